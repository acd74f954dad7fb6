import { type BreakCase, caseName } from '#domain/contract/break-clause.js';
import { type CaseClock, caseClock } from '#domain/contract/consequences/case-clock.js';
import * as events from '#domain/contract/events/index.js';
import { workingCalendar } from '#domain/contract/reporting/working-calendar.js';
import { held } from '#domain/kernel/lookup.js';
import { money, several } from './amounts.js';
import { day } from './periods.js';
import { type Scene, type Sentence, sentence } from './sentence.js';
import { howReached, workingDays } from './working-days.js';

interface OfCase {
  readonly clause: string;
  readonly case: number;
}

/** What was done about a breach: notice, plan, putting right, waiver, remedy, and the use of the clause. */
export const BREACHES: readonly Sentence[] = [
  sentence(events.breachNoticeServed, (notice, scene) => {
    const one = caseIn(notice, scene);
    const sent = `Notice of ${named(notice)} was sent ${by(notice.form)} on ${day(notice.sentOn)}`;
    const asked = one && one.terms.noticeForm !== '' && one.terms.noticeForm.toLowerCase() !== notice.form.toLowerCase() ? ` The clause asks for notice ${by(one.terms.noticeForm)}.` : '';
    return `${sent}${one ? served(one, clockOf(one, scene)) : '.'}${asked}`;
  }),
  sentence(events.improvementPlanAgreed, (plan, scene) => {
    const last = plan.steps.map(({ by: until }) => until).sort().at(-1)!;
    const again = caseIn(plan, { ...scene, after: scene.before })?.plan ? ' It replaces the plan before.' : '';
    return `A plan to put ${named(plan)} right was agreed, in ${several(plan.steps.length, 'step')}, the last by ${day(last)}.${again}`;
  }),
  sentence(events.breachPutRight, (right, scene) => {
    const one = caseIn(right, scene);
    const until = one && clockOf(one, scene).putRightBy?.date;
    const time = !until ? '' : right.putRightOn > until ? `, after its time: that ended on ${day(until)}` : `, in time: there was time until ${day(until)}`;
    return `${capitalCase(right)} was put right on ${day(right.putRightOn)}, and the authority accepts that it was${time}.`;
  }),
  sentence(events.breakClauseWaived, (waived) => `The authority gave up its rights from ${named(waived)}, in words. Its rights from any other breach stay as they are.`),
  sentence(events.remedyApplied, (remedy) => {
    const much = remedy.pence === null ? '' : ` of ${money(remedy.pence)}`;
    const rights = remedy.settles ? 'That settles the breach.' : 'The authority keeps its other rights.';
    return `${REMEDIES[remedy.remedy](much)} for ${named(remedy)}. ${rights}`;
  }),
  sentence(events.breakClauseInvoked, (invoked, { person }) =>
    `${person(invoked.invokedBy)} used break clause ${invoked.clause} because of ${named(invoked)}, by decision ${invoked.decisionReference}. That alone does not end the contract.`),
];

const REMEDIES = {
  credit: (much: string) => `The provider gave a credit${much}`,
  'withheld payment': (much: string) => `A payment${much} was withheld`,
  'substitute delivery': (much: string) => `Something else is to be delivered instead${much && `, worth${much.slice(3)}`},`,
  damages: (much: string) => `Damages${much} were awarded`,
  settlement: (much: string) => `A settlement${much} was agreed`,
};

/** `; it counts as served on …, 2 working days later`, and until when the breach can be put right. */
function served({ terms }: BreakCase, { deemedServed, putRightBy, invocableFrom }: CaseClock): string {
  if (!deemedServed?.date) return '.';
  const later = deemedServed.workingDays === 0 ? '' : `, ${workingDays(deemedServed.workingDays)} later`;
  const counts = `; it counts as served on ${day(deemedServed.date)}${later}${howReached(deemedServed)}.`;
  if (!terms.remediable) return `${counts} The breach cannot be put right: the clause can be used from ${day(invocableFrom!)}.`;
  if (!putRightBy?.date) return `${counts} The time to put the breach right stands still while the contract is suspended.`;
  return `${counts} The breach can be put right until ${day(putRightBy.date)}, ${workingDays(putRightBy.workingDays)} after that${howReached(putRightBy)}.`;
}

/** `by letter`; a form that says how already keeps its words. */
function by(form: string): string {
  return /^(?:by|in|at|through|via)\s/i.test(form) ? form : `by ${form}`;
}

function named(one: OfCase): string {
  return `the breach ${caseName({ clause: one.clause, number: one.case })}`;
}

function capitalCase(one: OfCase): string {
  return `The breach ${caseName({ clause: one.clause, number: one.case })}`;
}

function caseIn(one: OfCase, { after }: Pick<Scene, 'after'>): BreakCase | undefined {
  return held(after.breakClauses, one.clause)?.cases[one.case - 1];
}

/** The clock of a case as it stood at the entry. */
function clockOf(one: BreakCase, { after, bankHolidays }: Scene): CaseClock {
  return caseClock(one, workingCalendar(after, bankHolidays));
}
