import { addDays, dayNumber, type IsoDate } from '#domain/kernel/date.js';
import { Chance } from '../chance.js';
import { monthsAfter } from '../periods.js';
import type { Setting } from '../setting.js';
import { starterMeasures } from '../words/measures.js';
import type { Ground } from './ground.js';
import { lastEntries } from './last-entries.js';
import { type ContractPlan, contractPlan, makeContract } from './make-contract.js';
import type { MadeRow } from './made-row.js';
import { MadeRows } from './made-rows.js';
import { Providers } from './providers.js';

/** A group of contracts with their providers, all that happens to them, and what it comes to. */
export interface Portfolio {
  readonly rows: readonly MadeRow[];
  readonly events: number;
  /** The contracts made so far, in this group and those before. */
  readonly contracts: number;
}

export interface PortfoliosAsked {
  readonly seed: number;
  readonly setting: Setting;
  readonly contracts: number;
  readonly events: number;
  /** Only what is last stated is told, as one workbook can say it; entries are counted accordingly. */
  readonly lastStated?: boolean;
}

/** A group is full with so many contracts or entries: what a folder of workbooks and a process's memory hold with ease. */
const CONTRACTS_IN_A_GROUP = 500;
const ENTRIES_IN_A_GROUP = 40_000;
/** No contract takes more entries than this, so that none takes what all others need. */
const MOST_ENTRIES = 9_000;
/** A larger contract has more entries, but by far not in proportion. */
const GROWS_WITH_VALUE = 0.3;
/** Of small businesses, so many outgrow the name by the time that somebody looks. */
const GREW = 0.15;

/** Where one contract more or less reported makes a difference, the aim is set again until it is met. */
const SMALL = 8_000;
const AIMS = 8;

/** Makes an authority's contracts, group after group; in all, as many entries as were asked for, within 2% or 30 (it aims at 20; the reports of one contract more or less can miss it). */
export function makePortfolios(asked: PortfoliosAsked): Generator<Portfolio> {
  const { events } = asked;
  let aim = events;
  let nearest = { aim, off: Number.POSITIVE_INFINITY };
  for (let tries = 1; events <= SMALL && tries <= AIMS; tries++) {
    let made = 0;
    for (const portfolio of portfoliosAimedAt({ ...asked, events: aim })) made += portfolio.events;
    const off = Math.abs(made - events);
    if (off < nearest.off) nearest = { aim, off };
    if (off <= Math.max(20, events * 0.02)) break;
    // By less each time, so that it does not swing between two aims for ever.
    aim = Math.max(1, Math.round(aim + (events - made) * (1.2 - 0.1 * tries)));
  }
  return portfoliosAimedAt({ ...asked, events: nearest.aim });
}

function* portfoliosAimedAt({ seed, setting, contracts, events, lastStated = false }: PortfoliosAsked): Generator<Portfolio> {
  const numbers = { ...setting.first };
  const taken = new Set(setting.taken);
  const plans = plansOf(seed, setting, contracts);
  let weights = plans.reduce((sum, { weight }) => sum + weight, 0);
  let left = events;
  for (let place = 0; place < contracts; ) {
    const made = new MadeRows(setting.moments);
    const ground: Ground = { seed, setting, made, numbers, named: new Set(taken) };
    const providers = new Providers(ground);
    if (place === 0) bringMeasures(ground);
    for (const first = place; place < contracts && place < first + CONTRACTS_IN_A_GROUP && made.events < ENTRIES_IN_A_GROUP; place++) {
      const { number, weight } = plans[place]!;
      const share = ((left - made.events - providers.all.length) * weight) / weights;
      // The last one is made a little smaller: what is missing can be filled up, what is too much cannot be taken away.
      const entries = Math.min(MOST_ENTRIES, place === contracts - 1 ? share * 0.94 : share);
      weights -= weight;
      const before = made.rows.length;
      const contract = makeContract(ground, providers, planOf(plans[place]!, seed, setting), number, entries);
      if (lastStated) made.keepLastStated(before);
      if (place < contracts - 1) continue;
      closeYears(ground);
      lastEntries(ground, contract, left - made.events - providers.all.length);
    }
    const before = made.rows.length;
    registerProviders(ground, providers);
    if (lastStated) made.keepLastStated(before);
    left -= made.events;
    yield { rows: made.rows, events: made.events, contracts: place };
  }
}

/** A contract to be made, known by its number; of the plan only what says how much of the ledger it takes. */
interface Planned {
  readonly number: number;
  readonly begins: IsoDate;
  readonly weight: number;
}

/** All contracts, in the order in which they begin: the order in which they are given references. */
function plansOf(seed: number, setting: Setting, contracts: number): readonly Planned[] {
  const planned = Array.from({ length: contracts }, (_, index): Planned => {
    const number = index + 1;
    const { value, dates } = planOf({ number }, seed, setting);
    const begins = dates.from > setting.begins ? dates.from : setting.begins;
    const days = dayNumber(dates.to < setting.ends ? dates.to : setting.ends) - dayNumber(begins);
    return { number, begins: dates.from, weight: value ** GROWS_WITH_VALUE * days };
  });
  return planned.sort((one, other) => (one.begins < other.begins ? -1 : one.begins > other.begins ? 1 : one.number - other.number));
}

/** One contract runs throughout, so that even a single one has something to report. */
function planOf({ number }: Pick<Planned, 'number'>, seed: number, setting: Setting): ContractPlan {
  const plan = contractPlan(seed, number, setting.begins);
  return number > 1 ? plan : { ...plan, dates: { from: setting.begins, to: addDays(monthsAfter(setting.begins, 60), -1) } };
}

function bringMeasures({ made }: Ground): void {
  for (const measure of starterMeasures) made.add('measures', 0, measure);
}

function closeYears({ made, setting }: Ground): void {
  for (const [moment, { closes }] of setting.moments.entries()) if (closes !== undefined) made.add('closed_years', moment, { year: closes });
}

/** Each with the first contract that names it; some small businesses grow. */
function registerProviders({ made, seed, setting }: Ground, { all }: Providers): void {
  const moment = setting.moments.findIndex(({ restates }) => restates?.sheet === 'providers');
  for (const { terms, since } of all) {
    made.add('providers', since, terms);
    const grows = terms.type === 'small business' && since < moment && Chance.of(seed, 'grew', terms.reference!).happens(GREW);
    if (grows) made.add('providers', moment, { ...terms, type: 'medium business' });
  }
}
