import type { BreakClauseAnswer, CaseAnswer } from '#areas/break-clauses/index.js';
import { SERVED_AFTER_WHERE_NOT_SAID } from '#domain/contract/consequences/case-clock.js';
import { isoDay } from '#surface/pages/filters/days.js';
import type { Line } from '../told-events/fact-groups.js';

type Terms = CaseAnswer['terms'];

/** What a clause says, but for its texts, in plain words. */
export function termsInWords({ condition, remediable, timeToPutRightWorkingDays, noticeForm, deemedServiceWorkingDays, whoMayDecide }: Terms): readonly Line[] {
  const putRight = remediable ? `Yes, within ${workingDays(timeToPutRightWorkingDays)} from the day on which the notice counts as served` : 'No: once the notice counts as served, the clause may be invoked';
  return [
    { key: 'When it bites', value: condition.sentence },
    { key: 'Can it be put right?', value: putRight },
    { key: 'Notice', value: noticeForm === '' ? 'The clause does not say in which form' : noticeForm },
    { key: 'Counts as served', value: servedAfter(deemedServiceWorkingDays) },
    { key: 'Who may decide', value: whoMayDecide === '' ? 'The clause does not say' : whoMayDecide },
  ];
}

/** What a clause says today. */
export function clauseInWords(clause: BreakClauseAnswer): readonly Line[] {
  const { noticeAddress, since, earlier } = clause;
  return [
    ...termsInWords(clause),
    ...(noticeAddress === null ? [] : [{ key: 'Notice is sent to', value: noticeAddress }]),
    { key: 'Holds', value: since === null ? 'from the start of the contract' : `since ${isoDay(since)}` },
    ...earlier.map((one) => ({
      key: one.since === null ? 'Before that, from the start' : `Before that, from ${isoDay(one.since)}`,
      value: termsInWords(one.terms).map(({ key, value }) => `${key.replace(/\?$/, '')}: ${value}`).join('\n'),
    })),
  ];
}

function servedAfter(days: number | null): string {
  if (days === null) return `The clause does not say when: counted as ${workingDays(SERVED_AFTER_WHERE_NOT_SAID)} after it is sent`;
  return days === 0 ? 'on the day on which it is sent, if that is a working day' : `${workingDays(days)} after it is sent`;
}

function workingDays(days: number): string {
  return `${days} working ${days === 1 ? 'day' : 'days'}`;
}
