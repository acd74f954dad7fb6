import * as events from '#domain/contract/events/index.js';
import { type OwedReturn, owedReturns, returnState } from '#domain/contract/reporting/owed-returns.js';
import { workingCalendar } from '#domain/contract/reporting/working-calendar.js';
import { returnKey } from '#domain/contract/return-key.js';
import type { ContractState } from '#domain/contract/state.js';
import { held } from '#domain/kernel/lookup.js';
import { type Period, samePeriod } from '#domain/kernel/period.js';
import { listed } from '#domain/kernel/listed.js';
import { several } from './amounts.js';
import { stated } from './changes.js';
import { commitmentNamed } from './naming.js';
import { day, forPeriod } from './periods.js';
import { type Scene, type Sentence, sentence } from './sentence.js';

type OfReturn = Period & { readonly provider: string };

/** What is due from whom, whether it came, and what was done when it did not. */
export const RETURNS: readonly Sentence[] = [
  sentence(events.returnSubmitted, (submitted, scene) => {
    const { nil, lists = [], shortfalls = [], change } = submitted;
    const what = nil ? 'there was nothing to report' : lists.length > 0 ? `it lists ${several(lists.length, 'delivery report')}` : 'this is all that was delivered';
    const short = [...new Set(shortfalls.map(({ commitment }) => commitmentNamed(scene.after, commitment)))];
    const why = short.length === 0 ? '' : ` It says why less came than was due of ${listed(short)}.`;
    return `${stated(change)}${scene.provider(submitted.provider)} submitted its return ${forPeriod(submitted)}: ${what}.${whenItCame(submitted, scene)}${why}`;
  }),
  sentence(events.returnMissed, (missed, scene) => `The system found no record of ${theReturn(missed, scene)} by ${day(missed.dueOn)}, the day on which it was due. It may still come, or be on its way into the record.`),
  sentence(events.missedReturnSetAside, (missed, scene) => `That ${theReturn(missed, scene)} was missed is set aside: it counts for no break clause.`),
  sentence(events.extensionAsked, (asked, scene) => {
    const dueOn = owed(asked, scene, scene.before)?.dueOn;
    const instead = dueOn ? ` instead of ${day(dueOn)}` : '';
    return `${scene.provider(asked.provider)} asked for more time for its return ${forPeriod(asked)}: until ${day(asked.until)}${instead}. Until that is answered, the delay is the authority’s.`;
  }),
  sentence(events.dueDateExtended, (extended, scene) => {
    const dueOn = owed(extended, scene, scene.before)?.dueOn;
    return `There is more time for ${theReturn(extended, scene)}: it is now due on ${day(extended.until)}${dueOn ? ` (before: ${day(dueOn)})` : ''}.`;
  }),
  sentence(events.extensionRefused, (refused, scene) => {
    const dueOn = owed(refused, scene, scene.after)?.dueOn;
    return `More time for ${theReturn(refused, scene)} was refused: ${dueOn ? `it stays due on ${day(dueOn)}` : 'it stays due when it was'}.`;
  }),
];

/** `Trent Care’s return for April to June 2024`. */
function theReturn(one: OfReturn, { provider }: Scene): string {
  return `${provider(one.provider)}’s return ${forPeriod(one)}`;
}

/**
 * Whether it came late, for each period that it holds whole. What came while a question for more time waited for its
 * answer is not late, nor what was due before the contract came on record: nobody was asked for it.
 */
function whenItCame(submitted: OfReturn & { readonly submittedOn: string }, scene: Scene): string {
  const { submittedOn } = submitted;
  const periods = owedWithin(submitted, scene, scene.after);
  const late = periods.filter((one) => !one.beforeRecord && isIts(one.submitted, submitted) && returnState(one, submittedOn) === 'returned late');
  const [only, ...more] = late;
  if (only && more.length === 0 && samePeriod(only, submitted)) return ` It came late: it was due on ${day(only.dueOn!)}.`;
  if (only) return ` It came late ${listed(late.map((one) => `${forPeriod(one)} (due on ${day(one.dueOn!)})`))}.`;
  const afterDue = periods.some(({ dueOn }) => dueOn !== null && submittedOn > dueOn);
  return !afterDue && wasMissed(submitted, scene.before) ? ' It came in time, though it was recorded as missed before it was on record.' : '';
}

function isIts(found: Period | undefined, submitted: Period): boolean {
  return found !== undefined && samePeriod(found, submitted);
}

/** What was owed, as the contract then said and bank holidays were then known; undefined where no schedule asks for it. */
function owed(one: OfReturn, scene: Scene, state: ContractState): OwedReturn | undefined {
  return owedWithin(one, scene, state).find((found) => samePeriod(found, one));
}

/** The same for all reporting periods that a return holds whole. */
function owedWithin({ provider, from, to }: OfReturn, { bankHolidays }: Scene, state: ContractState): readonly OwedReturn[] {
  if (state.terms === null || state.schedule === null) return [];
  const within = owedReturns(state, workingCalendar(state, bankHolidays), (period) => period.from >= from && period.to <= to);
  return within.filter((one) => one.provider === provider);
}

function wasMissed(submitted: Period & { readonly provider: string }, before: ContractState): boolean {
  return held(before.missedReturns, returnKey(submitted)) !== undefined;
}
