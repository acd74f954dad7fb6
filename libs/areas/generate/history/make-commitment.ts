import { addDays } from '#domain/kernel/date.js';
import { splitByYear } from '#domain/kernel/financial-year.js';
import type { Period } from '#domain/kernel/period.js';
import { Chance } from '../chance.js';
import { roundly } from '../distributions/contract-values.js';
import type { Promised } from '../distributions/promised-value.js';
import { monthsAfter } from '../periods.js';
import { measureOf } from '../words/measures.js';
import { promiseWords } from '../words/promises.js';
import { fill, numberBegins, numberSaid, sentence, unsaid } from '../words/say.js';
import { type CommitmentMade, dueIn, type Grain } from './commitment-made.js';
import type { ContractMade } from './contract-made.js';
import { type Ground, numbered } from './ground.js';
import { typed } from './quantities.js';
import { reportDeliveries } from './report-deliveries.js';

/** What a period's report comes to with what follows it: some do not come, most are reviewed once, a few again. */
export const WITH_REVIEWS = 1.65;
const MOST_ITEMS = 8;

function yearsPromised({ dates, window }: ContractMade): readonly Period[] {
  // Targets reach a year beyond what is reported, where the contract does.
  const to = addDays(monthsAfter(`${window.to.slice(0, 7)}-01`, 13), -1);
  return splitByYear({ from: window.from, to: dates.to < to ? dates.to : to });
}

function monthsIn({ window }: ContractMade): number {
  const months = (day: string): number => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7));
  return months(window.to) - months(window.from) + 1;
}

/** About how many entries a commitment comes to, reported by period or by month. */
export function commitmentCost(contract: ContractMade, grain: 'period' | 'month'): number {
  const reports = grain === 'period' ? contract.periods.length : monthsIn(contract);
  return 1 + yearsPromised(contract).length + reports * WITH_REVIEWS;
}

/** Makes a promise with its targets, what was delivered before the ledger, and all that is reported on it. */
export function makeCommitment(ground: Ground, contract: ContractMade, { measure, yearly }: Promised, place: number, entries: number): CommitmentMade {
  const chance = Chance.of(ground.seed, 'commitment', contract.number, place);
  const { evidence, groups, agencies, priority, says, adds } = promiseWords[measure]!;
  const terms = measureOf(measure);
  const { setting, made } = ground;
  const where = chance.happens(0.45) ? setting.everywhere : chance.happens(0.6) ? contract.place : chance.pick(setting.places);
  const { members } = contract;
  const by = members.length === 1 || chance.happens(0.7) ? members[place % members.length] : undefined;
  const commitment: CommitmentMade = {
    ...{ measure, by, place: where },
    reference: numbered('K', ground.numbers.commitment++),
    yearly: yearly ?? 0,
    critical: terms.unit_value_gbp !== null && chance.happens(0.1),
    evidence: chance.pick(evidence),
    grain: grainFor(contract, terms.kind === 'text' || terms.combine !== 'sum' || terms.kind === 'FTE', entries),
  };
  const words = { n: numberSaid(commitment.yearly, terms.kind === 'money'), begins: numberBegins(commitment.yearly, terms.kind === 'money') };
  const named = where === setting.everywhere ? contract.place : where;
  made.add('commitments', contract.moment, {
    ...{ reference: commitment.reference, contract: contract.reference, measure, basis: 'contract', place: where, priority },
    provider: by?.reference ?? null,
    bid_sentence: unsaid(ground.named, () => sentence(chance, says, adds, { ...words, place: named })),
    bid_reference: bidReference(chance),
    critical: commitment.critical,
    evidence_required: commitment.evidence === '' ? [] : [commitment.evidence],
    beneficiary_group: chance.pick(groups),
    beneficiary_agency: chance.pick(agencies),
    tags: measure === 'M16' && chance.happens(0.5) ? ['net-zero-2030'] : [],
  });
  if (yearly !== null) agreeTargets(ground, contract, commitment, chance);
  if (yearly !== null && contract.moment === 0 && contract.dates.from < setting.begins) bringForward(ground, contract, commitment);
  reportDeliveries(ground, contract, commitment, place);
  return commitment;
}

function grainFor(contract: ContractMade, byTotals: boolean, entries: number): Grain {
  const byMonth = commitmentCost(contract, 'month');
  if (entries < byMonth * 0.85) return 'period';
  if (byTotals || entries < byMonth * 1.4) return 'month';
  const items = (entries - 1 - yearsPromised(contract).length) / WITH_REVIEWS / monthsIn(contract);
  return { items: Math.min(MOST_ITEMS, Math.max(1, Math.round(items))) };
}

/** No year's target is less than this part of a full one. */
const STUB = 8;

function agreeTargets({ made, setting, seed }: Ground, contract: ContractMade, commitment: CommitmentMade, chance: Chance): void {
  const { kind } = measureOf(commitment.measure);
  for (const year of yearsPromised(contract)) {
    // Of a few weeks at the start or end people promise a little more than their share.
    const due = Math.max(dueIn(commitment, year), commitment.yearly / STUB);
    const target = (quantity: number, moment: number): void => {
      made.add('targets', moment, { commitment: commitment.reference, ...year, quantity: typed(Math.max(kind === 'FTE' ? 0.5 : 1, quantity), kind === 'FTE' ? 1 : 0) });
    };
    const right = due >= 100 ? roundly(due, 3) : due;
    const again = Chance.of(seed, 'restated', commitment.reference, year.from);
    const moment = setting.moments.findIndex(({ restates }, place) => restates?.sheet === 'targets' && place > contract.moment && again.happens(restates.kind === 'variation' ? 0.06 : 0.012));
    const slip = moment !== -1 && setting.moments[moment]!.restates!.kind === 'entry-error';
    const varies = moment !== -1 && !slip && year.from > setting.moments[moment]!.at.slice(0, 10);
    target(slip ? right * 10 : right, contract.moment);
    if (slip) target(right, moment);
    if (varies && right > 4) target(Math.floor(right * chance.within(0.6, 0.9)), moment);
  }
}

/** What was delivered before the ledger began, and what had been promised for those days, so that the one has its measure. */
function bringForward({ made, setting, seed }: Ground, contract: ContractMade, commitment: CommitmentMade): void {
  const chance = Chance.of(seed, 'brought forward', commitment.reference);
  const { kind, combine } = measureOf(commitment.measure);
  if (combine === 'never' || !chance.happens(0.55)) return;
  const yearBefore = `${Number(setting.begins.slice(0, 4)) - 1}-04-01`;
  const period = { from: contract.dates.from > yearBefore ? contract.dates.from : yearBefore, to: addDays(setting.begins, -1) };
  const typedOf = (amount: number): string => typed(Math.max(1, amount), kind === 'FTE' ? 1 : 0);
  const due = dueIn(commitment, period);
  made.add('targets', contract.moment, { commitment: commitment.reference, ...period, quantity: typedOf(due >= 100 ? roundly(due, 3) : due) });
  made.add('opening_balances', contract.moment, { commitment: commitment.reference, ...period, quantity: typedOf(due * chance.within(0.5, 1)), attested_by: chance.happens(0.6) ? setting.lead : null });
}

function bidReference(chance: Chance): string {
  const n = chance.between(2, 14);
  const m = chance.between(1, 9);
  return fill(chance.pick(['Method statement {n}, p. {lot}', 'Quality question {n}', 'Tender, section {lot}', 'Schedule {lot}, para. {n}', 'Social value annex, line {n}', 'Bid, p. {n}']), { n: String(n), lot: String(m) });
}
