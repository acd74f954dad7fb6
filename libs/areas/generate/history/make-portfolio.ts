import { addDays } from '#domain/kernel/date.js';
import { Chance } from '../chance.js';
import { monthsAfter } from '../periods.js';
import type { Setting } from '../setting.js';
import { starterMeasures } from '../words/measures.js';
import type { Ground } from './ground.js';
import { lastEntries } from './last-entries.js';
import { type ContractPlan, contractPlan, makeContract } from './make-contract.js';
import { type MadeRow, MadeRows } from './made-row.js';
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
  /** Where somebody else brings the measures and closes the years: only contracts. */
  readonly contractsAlone?: boolean;
}

/** A group is full with so many contracts or entries: what a folder of workbooks and a process's memory hold with ease. */
const CONTRACTS_IN_A_GROUP = 500;
const ENTRIES_IN_A_GROUP = 40_000;
/** No contract takes more entries than this, so that none takes what all others need. */
const MOST_ENTRIES = 9_000;
/** A larger contract has more entries, but by far not in proportion. */
const GROWS_WITH_VALUE = 0.3;
/** Of small businesses, so many outgrow the name by the time that somebody looks. */
const GREW = 0.12;

/** Makes an authority's contracts, group after group; in all, as many entries as were asked for. */
export function* makePortfolios({ seed, setting, contracts, events, contractsAlone = false }: PortfoliosAsked): Generator<Portfolio> {
  const numbers = { ...setting.first };
  const taken = new Set(setting.taken);
  const weightOf = ({ value }: ContractPlan): number => value ** GROWS_WITH_VALUE;
  let weights = 0;
  for (let number = 1; number <= contracts; number++) weights += weightOf(contractPlan(seed, number, setting.begins));
  let left = events;
  for (let number = 1; number <= contracts; ) {
    const made = new MadeRows(setting.moments);
    const ground: Ground = { seed, setting, made, numbers, named: new Set(taken) };
    const providers = new Providers(ground);
    if (number === 1 && !contractsAlone) bringMeasures(ground);
    for (const first = number; number <= contracts && number < first + CONTRACTS_IN_A_GROUP && made.events < ENTRIES_IN_A_GROUP; number++) {
      const drawn = contractPlan(seed, number, setting.begins);
      // What is left for the last one needs room.
      const plan = number === contracts ? { ...drawn, dates: { from: setting.begins, to: addDays(monthsAfter(setting.begins, 60), -1) } } : drawn;
      const spent = made.events + providers.all.length;
      const entries = Math.min(MOST_ENTRIES, ((left - spent) * weightOf(plan)) / weights);
      weights -= weightOf(plan);
      const contract = makeContract(ground, providers, plan, number, entries);
      if (number < contracts) continue;
      if (!contractsAlone) closeYears(ground);
      lastEntries(ground, contract, left - made.events - providers.all.length);
    }
    registerProviders(ground, providers);
    left -= made.events;
    yield { rows: made.rows, events: made.events, contracts: number - 1 };
  }
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
