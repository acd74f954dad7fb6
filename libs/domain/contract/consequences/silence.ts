import type { IsoDate } from '../../kernel/date.js';
import { overlap } from '../../kernel/period.js';
import { type WorkCalendar, workingDaysAfter } from '../../kernel/working-days.js';
import type { Breach } from '../breach.js';
import { type BreakClause, termsOn } from '../break-clause.js';
import { extendedUntil } from '../extended-until.js';
import type { OwedReturn } from '../reporting/owed-returns.js';
import type { Extension } from '../state.js';
import type { JudgedOn } from './surroundings.js';

type Silence = Extract<Breach, { kind: 'silence' }>;

/**
 * The silences that meet a clause's condition: no return by the end of so many working days after it was due. The day on
 * which it was submitted counts, not the one on which that was recorded. While a member waits for an answer to its
 * question for more time it is not silent; where the answer was no, and came after the day on which the return was due, the
 * days are counted from the answer. What was set aside counts for nothing.
 */
export function silencesMet(clause: BreakClause, owed: readonly OwedReturn[], calendar: WorkCalendar, judged: JudgedOn): readonly Silence[] {
  return owed
    .filter(({ provider, from, to }) => !alreadyMet(clause, provider, { from, to }))
    .map((one) => silence(clause, one, calendar, judged))
    .filter((one) => one !== undefined);
}

function alreadyMet(clause: BreakClause, provider: string, period: { readonly from: string; readonly to: string }): boolean {
  return clause.cases.some(({ breach }) => breach.kind === 'silence' && breach.provider === provider && overlap(breach, period));
}

function silence(clause: BreakClause, owed: OwedReturn, calendar: WorkCalendar, judged: JudgedOn): Silence | undefined {
  const { provider, from, to, dueOn, submitted, extension, missed, beforeRecord } = owed;
  const condition = termsOn(clause, to)?.condition;
  if (condition?.kind !== 'silence' || dueOn === null || beforeRecord || extension?.standing === 'asked' || missed?.setAside) return undefined;
  const silentThrough = lastDayToCome({ dueOn, extension }, condition.workingDaysLate, calendar);
  if (silentThrough === null || judged.today <= silentThrough || (submitted && submitted.submittedOn <= silentThrough)) return undefined;
  return {
    kind: 'silence',
    provider,
    from,
    to,
    dueOn,
    silentThrough,
    extended: extendedUntil(extension) !== null,
    extensionRefused: extension?.standing === 'refused',
    remindersDelivered: judged.remindersDelivered(provider, from, to),
  };
}

/** The day from which silence is counted: the one on which the return was due, or the later one on which more time was refused. */
export function answeredLater(dueOn: IsoDate, extension: Extension | undefined): IsoDate {
  return extension?.standing === 'refused' && extension.refusedOn > dueOn ? extension.refusedOn : dueOn;
}

/** The last day on which a return can come before its member counts as silent; null while nobody knows it. */
export function lastDayToCome({ dueOn, extension }: { readonly dueOn: IsoDate; readonly extension: Extension | undefined }, workingDaysLate: number, calendar: WorkCalendar): IsoDate | null {
  return workingDaysAfter(answeredLater(dueOn, extension), workingDaysLate, calendar).date;
}
