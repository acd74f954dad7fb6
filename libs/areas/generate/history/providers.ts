import type { TemplateRow } from '#areas/workbook/index.js';
import { Chance } from '../chance.js';
import { fits, providerType } from '../distributions/provider-types.js';
import { temperament, type Temperament } from '../distributions/temperaments.js';
import { endings, familyNames, givenNames, stems } from '../words/names.js';
import type { Sector } from '../words/sectors.js';
import { type Ground, numbered } from './ground.js';

/** A provider of a group of contracts. */
export interface Provider {
  readonly reference: string;
  readonly sector: Sector;
  readonly type: Sector['types'][number][1];
  readonly terms: Partial<TemplateRow<'providers'>>;
  readonly temperament: Temperament;
  /** Who reports for it. */
  readonly contact: string;
  /** The first moment at which a contract names it. */
  since: number;
  /** Pounds a year that its contracts are worth. */
  holds: number;
}

/** Of all contracts, so many go to somebody who has none yet; the others to one who has, the more likely the more it has. */
const NEWCOMERS = 0.62;

/** Names that nothing follows. */
const WHOLE: ReadonlySet<string> = new Set(['LLP', 'Partners', 'Associates', 'Learning Trust']);

/** The providers of a group of contracts, made as contracts ask for them. */
export class Providers {
  readonly all: Provider[] = [];
  /** One place for each contract held. */
  private readonly held: Provider[] = [];

  constructor(private readonly ground: Ground) {}

  /**
   * A provider of a sector, other than those given.
   * @param yearly pounds a year that the contract is worth
   */
  of(chance: Chance, sector: Sector, yearly: number, moment: number, others: readonly Provider[] = []): Provider {
    const known = this.held.filter((one) => one.sector === sector && fits(one.type, one.holds + yearly) && !others.includes(one));
    const provider = known.length > 0 && !chance.happens(NEWCOMERS) ? chance.pick(known) : this.newcomer(sector, yearly, moment);
    provider.since = Math.min(provider.since, moment);
    provider.holds += yearly;
    this.held.push(provider);
    return provider;
  }

  private newcomer(sector: Sector, yearly: number, moment: number): Provider {
    const { setting, seed, numbers, named } = this.ground;
    const number = numbers.provider++;
    const reference = numbered('P', number);
    const chance = Chance.of(seed, 'provider', number);
    const type = providerType(chance, sector, yearly);
    const local = chance.happens({ 'large business': 0.1, 'medium business': 0.5, 'public body': 0.9 }[type as string] ?? 0.85);
    const place = chance.pick(setting.places);
    const name = this.nameOf(chance, sector, type, named);
    const host = name.toLowerCase().replace(/\b(ltd|plc|cic|group|uk|and)\b/g, '').replace(/[^a-z]/g, '').slice(0, 24);
    const person = `${chance.pick(givenNames)}.${chance.pick(familyNames)}`.toLowerCase();
    const contact = `${chance.weighted([[45, person], [25, 'returns'], [15, 'office'], [15, 'contracts']])}@${host}.example`;
    const provider = { reference, sector, type, terms: { reference, name, type, local, place: local ? place : '' }, temperament: temperament(chance), contact, since: moment, holds: 0 };
    this.all.push(provider);
    return provider;
  }

  /** A name that nobody has yet, nor, for as long as there are any, the first part of; among thousands, one with a number. */
  private nameOf(chance: Chance, sector: Sector, type: string, named: Set<string>): string {
    let [name, stem] = ['', ''];
    for (let tries = 0; tries < 16; tries++) {
      stem = chance.pick(stems);
      const body = type === 'public body' && sector.bodies;
      const firm = chance.pick(body || sector.firms);
      const end = body || WHOLE.has(firm) ? '' : chance.pick(endings[type] ?? ['']);
      name = `${stem} ${firm}${tries < 12 ? '' : ` ${chance.between(2, 999)}`}${end}`;
      if (!named.has(name) && (tries >= 8 || !named.has(stem))) break;
    }
    named.add(stem);
    named.add(name);
    return name;
  }
}
