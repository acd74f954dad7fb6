import type { TemplateRow } from '#areas/workbook/index.js';
import { Chance } from '../chance.js';
import { temperament, type Temperament } from '../distributions/temperaments.js';
import { endings, familyNames, givenNames, stems } from '../words/names.js';
import type { Sector } from '../words/sectors.js';
import { type Ground, numbered } from './ground.js';

/** A provider of a group of contracts. */
export interface Provider {
  readonly reference: string;
  readonly sector: Sector;
  readonly terms: Partial<TemplateRow<'providers'>>;
  readonly temperament: Temperament;
  /** Who reports for it. */
  readonly contact: string;
  /** The first moment at which a contract names it. */
  since: number;
}

/** Of all contracts, so many go to somebody who has none yet; the others to one who has, the more likely the more it has. */
const NEWCOMERS = 0.62;

/** The providers of a group of contracts, made as contracts ask for them. */
export class Providers {
  readonly all: Provider[] = [];
  /** One place for each contract held. */
  private readonly held: Provider[] = [];

  constructor(private readonly ground: Ground) {}

  /** A provider of a sector, other than those given. */
  of(chance: Chance, sector: Sector, moment: number, others: readonly Provider[] = []): Provider {
    const known = this.held.filter((one) => one.sector === sector && !others.includes(one));
    const provider = known.length > 0 && !chance.happens(NEWCOMERS) ? chance.pick(known) : this.newcomer(sector, moment);
    provider.since = Math.min(provider.since, moment);
    this.held.push(provider);
    return provider;
  }

  private newcomer(sector: Sector, moment: number): Provider {
    const { setting, seed, numbers, named } = this.ground;
    const number = numbers.provider++;
    const reference = numbered('P', number);
    const chance = Chance.of(seed, 'provider', number);
    const type = chance.weighted(sector.types);
    const local = chance.happens({ 'large business': 0.1, 'medium business': 0.5, 'public body': 0.9 }[type as string] ?? 0.85);
    const place = chance.pick(setting.places);
    const name = this.nameOf(chance, sector, type, named);
    const host = name.toLowerCase().replace(/\b(ltd|plc|cic|group|uk|and)\b/g, '').replace(/[^a-z]/g, '').slice(0, 24);
    const person = `${chance.pick(givenNames)}.${chance.pick(familyNames)}`.toLowerCase();
    const contact = `${chance.weighted([[45, person], [25, 'returns'], [15, 'office'], [15, 'contracts']])}@${host}.example`;
    const provider = { reference, sector, terms: { reference, name, type, local, place: local ? place : '' }, temperament: temperament(chance), contact, since: moment };
    this.all.push(provider);
    return provider;
  }

  /** A name that nobody has yet; among thousands, one with a number. */
  private nameOf(chance: Chance, sector: Sector, type: string, named: Set<string>): string {
    let name = '';
    for (let tries = 0; tries < 12; tries++) {
      const firm = chance.pick(sector.firms);
      // a charity is called by what it does and a partnership by its name alone
      const end = firm === 'LLP' || firm === 'Partners' || firm === 'Associates' || firm === 'Learning Trust' ? '' : chance.pick(endings[type]!);
      name = `${chance.pick(stems)} ${firm}${tries < 8 ? '' : ` ${chance.between(2, 999)}`}${end}`;
      if (!named.has(name)) break;
    }
    named.add(name);
    return name;
  }
}
