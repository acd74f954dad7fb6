import type { TemplateRow } from '#areas/workbook/index.js';
import { dayNumber, type IsoDate } from '#domain/kernel/date.js';
import type { Period } from '#domain/kernel/period.js';
import { Chance } from '../chance.js';
import { conditionOf, hasBreakClause } from '../distributions/break-clauses.js';
import { sharesOf } from '../distributions/consortia.js';
import { contractDates, regimeOf } from '../distributions/contract-dates.js';
import { contractValue } from '../distributions/contract-values.js';
import { returnDay } from '../distributions/lateness.js';
import { promised, promisesOf } from '../distributions/promised-value.js';
import { frequencyOf } from '../distributions/reporting.js';
import { type Frequency, reportingPeriods } from '../periods.js';
import { fill, unsaid } from '../words/say.js';
import { type Sector, sectors } from '../words/sectors.js';
import { beyondContract } from './beyond-contract.js';
import { type ContractMade, memberAndPeriod } from './contract-made.js';
import { type Ground, numbered } from './ground.js';
import { commitmentCost, makeCommitment, WITH_REVIEWS } from './make-commitment.js';
import type { Provider, Providers } from './providers.js';
import { quarterOf } from './quarter-of.js';

/** What a contract is before it has a provider: the same for a number, whatever the size of the ledger. */
export interface ContractPlan {
  readonly sector: Sector;
  readonly value: number;
  readonly dates: Period;
}

/** @param number counted from 1 */
export function contractPlan(seed: number, number: number, begins: IsoDate): ContractPlan {
  const chance = Chance.of(seed, 'contract', number);
  const sector = chance.weighted(sectors.map((one) => [one.weight, one] as const));
  return { sector, value: contractValue(chance, sector), dates: contractDates(chance, sector, begins) };
}

function yearsOf({ from, to }: Period): number {
  return (dayNumber(to) - dayNumber(from) + 1) / 365.25;
}

/** The most promises that a contract has, however many entries are asked for. */
const MOST_PROMISES = 30;

/**
 * Makes a contract with everything that happens to it, in about so many entries: the more, the more is promised, and
 * the finer it is reported.
 */
export function makeContract(ground: Ground, providers: Providers, plan: ContractPlan, number: number, entries: number): ContractMade {
  const { made, seed } = ground;
  const chance = Chance.of(seed, 'story', number);
  const before = made.events;
  const spent = (): number => made.events - before;
  // The first contract, which runs throughout, has a promise in any case.
  const natural = Math.max(number === 1 ? 1 : 0, promisesOf(chance, plan.value));
  const contract = register(ground, providers, plan, chance, number, natural, entries);
  const returns = contract.members.length * contract.periods.length;
  const left = (): number => entries - spent() - returns;
  const each = commitmentCost(contract, 'period');
  const affordable = Math.round(left() / each);
  const count = natural === 0 && affordable < 12 ? 0 : Math.max(1, Math.min(MOST_PROMISES, affordable, Math.max(natural, Math.round(affordable * 0.9))));
  const promises = promised(chance, plan.sector, plan.value, yearsOf(plan.dates), count);
  const references = promises.map((one, place) => makeCommitment(ground, contract, one, place, left() / (promises.length - place)));
  agreeBreakClauses(ground, contract, chance, references);
  if (left() > -6 && chance.happens(0.08)) beyondContract(ground, contract, chance);
  submitReturns(ground, contract);
  return contract;
}

function register(ground: Ground, providers: Providers, { sector, value, dates }: ContractPlan, chance: Chance, number: number, natural: number, entries: number): ContractMade {
  const { made, setting, named } = ground;
  const reference = numbered('C', ground.numbers.contract++);
  const moment = made.momentOf(dates.from)!;
  const shares = entries < 40 ? [100] : sharesOf(chance, value);
  const members: Provider[] = [];
  for (const _ of shares) members.push(providers.of(chance, sector, (value * shares[members.length]!) / 100 / yearsOf(dates), moment, members));
  const { name: directorate, managers } = setting.directorates[sector.directorate];
  const manager = chance.pick(managers);
  const place = chance.pick(setting.places);
  const window = { from: dates.from > setting.begins ? dates.from : setting.begins, to: dates.to < setting.ends ? dates.to : setting.ends };
  const frequency = affordableFrequency(frequencyOf(chance, value), window, members.length, natural, entries);
  made.add('contracts', moment, {
    ...{ reference, directorate, manager, reporting: frequency, due_working_days: 20 },
    title: titleOf(chance, sector, place, named),
    provider: members[0]!.reference,
    starts_on: dates.from,
    ends_on: dates.to,
    value_gbp: value * 100,
    jurisdiction: 'england-and-wales',
    regime: regimeOf(sector, dates.from),
  });
  if (members.length > 1) members.forEach((member, index) => made.add('members', moment, { contract: reference, provider: member.reference, share_percent: String(shares[index]) }));
  const days = new Map<string, IsoDate>();
  const periods = reportingPeriods(frequency, window);
  for (const member of members) {
    const late = Chance.of(ground.seed, 'returns', number, member.reference);
    for (const period of periods) {
      const day = returnDay(late, member.temperament, period.to);
      const { silentAfter } = member.temperament;
      const silent = silentAfter !== null && quarterOf(dates.from, period) > silentAfter;
      if (day !== undefined && !silent && made.momentOf(day) !== undefined) days.set(memberAndPeriod(member, period), day);
    }
  }
  const returned = (member: Provider, period: Period): IsoDate | undefined => days.get(memberAndPeriod(member, period));
  return { number, reference, sector, value, dates, moment, frequency, manager, place, members, window, periods, returned, reported: new Set() };
}

const COARSER: Readonly<Record<Frequency, readonly Frequency[]>> = { quarterly: ['quarterly', 'half-yearly', 'annual'], 'half-yearly': ['half-yearly', 'annual'], annual: ['annual'] };

/** The frequency that a contract would have, or a coarser one, where its returns and promises would take too many entries. */
function affordableFrequency(frequency: Frequency, window: Period, members: number, promises: number, entries: number): Frequency {
  const cost = (one: Frequency): number => {
    const periods = reportingPeriods(one, window).length;
    return 3 + members * periods + promises * (4 + periods * WITH_REVIEWS);
  };
  return COARSER[frequency].find((one) => cost(one) <= entries * 1.2) ?? 'annual';
}

function titleOf(chance: Chance, { titles }: Sector, place: string, named: Set<string>): string {
  let lot = 0;
  return unsaid(named, () => {
    lot++;
    const title = fill(chance.pick(titles), { place, lot: String(chance.between(1, 12)) });
    return lot <= 6 ? title : `${title}, lot ${chance.between(2, 9)}`;
  });
}

function submitReturns({ made }: Ground, contract: ContractMade): void {
  for (const member of contract.members) {
    for (const period of contract.periods) {
      const day = contract.returned(member, period);
      if (day === undefined) continue;
      const nil = !contract.reported.has(memberAndPeriod(member, period));
      const provider = contract.members.length > 1 ? member.reference : null;
      made.add('returns', made.momentOf(day)!, { contract: contract.reference, provider, ...period, nil, submitted_on: day, submitted_by: member.contact });
    }
  }
}

function agreeBreakClauses(ground: Ground, contract: ContractMade, chance: Chance, commitments: readonly { readonly critical: boolean }[]): void {
  const [lead] = contract.members;
  if (commitments.length === 0 || !hasBreakClause(chance, contract.value, lead!.temperament)) return;
  const condition = conditionOf(chance, commitments.some(({ critical }) => critical));
  const time = chance.pick([10, 20, 20, 30, 40]);
  const letter = chance.happens(0.6);
  const terms: Partial<TemplateRow<'break_clauses'>> = {
    ...{ reference: numbered('B', ground.numbers.clause++), contract: contract.reference, condition },
    time_to_put_right_working_days: time,
    remediable: chance.happens(0.85),
    notice_form: letter ? 'letter' : 'email',
    notice_address: letter ? `Registered office, ${lead!.terms.name}` : lead!.contact,
    deemed_service_working_days: letter ? 2 : 1,
    who_may_decide: chance.pick(['head of service', 'head of service', 'director']),
  };
  ground.made.add('break_clauses', contract.moment, { ...terms, ...boundsOf(chance, condition, time) });
}

function boundsOf(chance: Chance, condition: TemplateRow<'break_clauses'>['condition'], time: number): Partial<TemplateRow<'break_clauses'>> {
  switch (condition) {
    case 'shortfall': {
      const [below, periods] = [chance.pick(['50', '60', '60', '70']), chance.pick([2, 2, 3])];
      return { below_percent: below, consecutive_periods: periods, summary: `Less than ${below} per cent of what is due validated, ${periods} periods running; ${time} working days to put it right.` };
    }
    case 'silence': {
      const late = chance.pick([10, 15, 20]);
      return { working_days_late: late, summary: `No return ${late} working days after it was due; ${time} working days to put it right.` };
    }
    case 'critical commitment missed':
      return { summary: `A commitment marked critical missed over a year; ${time} working days to put it right.` };
  }
}
