import { type CaseAnswer, followUpInWords } from '#areas/break-clauses/index.js';
import { isoDay } from '#surface/pages/filters/days.js';
import { pounds } from '#surface/pages/filters/pounds.js';
import type { TagColour } from '#surface/pages/tables/figures-table.js';
import { caseStateInWords } from '../list-break-clauses/case-words.js';
import type { Line } from '../told-events/fact-groups.js';
import { nextSteps } from './next-steps.js';
import { termsInWords } from './terms-in-words.js';

/** A case of a break clause as its page shows it. */
export interface CaseView {
  readonly id: string;
  readonly title: string;
  readonly state: { readonly text: string; readonly tag: TagColour };
  readonly lines: readonly Line[];
}

/** @param varied whether the clause says something else today than it once did: a case keeps what it said then */
export function caseView(one: CaseAnswer, varied: boolean): CaseView {
  return {
    id: `case-${one.number}`,
    title: `Case ${one.name}`,
    state: caseStateInWords(one),
    lines: [
      { key: 'What was found', value: `${one.sentence}\nFound on ${isoDay(one.metOn)}.` },
      { key: 'How the same looks now', value: one.now.sentence },
      ...(varied ? [{ key: 'What the clause said then', value: termsInWords(one.terms).map(({ key, value }) => `${key.replace(/\?$/, '')}: ${value}`).join('\n') }] : []),
      ...stepLines(one),
      { key: 'What may happen next', value: nextSteps(one).join('\n') },
      { key: 'Publication by law', value: one.statutoryFollowUp.map(followUpInWords).join('\n') },
      { key: 'The authority’s rights', value: RIGHTS[one.rights] },
    ],
  };
}

const RIGHTS: Readonly<Record<CaseAnswer['rights'], string>> = {
  reserved: 'All rights stay reserved. Waiting, talking, or taking what comes late gives up none of them: only a waiver in words does.',
  'put right': 'The breach is over: it was put right, and the authority accepts that it was. Its rights from any other breach, or a later one, are untouched.',
  waived: 'Waived in words, as said above: for this case only.',
  settled: 'Settled by the remedy above.',
  'set aside': 'Set aside: no right follows from it.',
};

function stepLines({ setAside, confirmed, notice, clock, plan, putRight, waived, remedies, invoked }: CaseAnswer): readonly Line[] {
  const decided = setAside === null ? confirmedBy(confirmed) : [];
  return [
    ...(setAside === null ? [] : [{ key: 'Set aside', value: `On ${isoDay(setAside.on)}${quoted(setAside.reason)}` }]),
    ...decided,
    ...(confirmed === null ? [] : noticeLines(notice, clock)),
    ...(plan === null ? [] : [{ key: 'Improvement plan', value: [`Agreed on ${isoDay(plan.agreedOn)}:`, ...plan.steps.map(({ step, by }) => `by ${isoDay(by)}${quoted(step)}`)].join('\n') }]),
    ...(putRight === null ? [] : [{ key: 'Put right', value: `On ${isoDay(putRight.on)}${quoted(putRight.how)}` }]),
    ...(remedies.length === 0 ? [] : [{ key: remedies.length === 1 ? 'Remedy' : 'Remedies', value: remedies.map(remedyInWords).join('\n') }]),
    ...(waived === null ? [] : [{ key: 'Waived', value: `On ${isoDay(waived.on)}${quoted(waived.words)}` }]),
    ...(invoked === null ? [] : [{ key: 'Invoked', value: `By ${invoked.by} on ${isoDay(invoked.on)}, decision ${invoked.decisionReference}${quoted(invoked.reason)}` }]),
  ];
}

function confirmedBy(confirmed: CaseAnswer['confirmed']): readonly Line[] {
  if (confirmed === null) return [{ key: 'Confirmed', value: 'Nobody has confirmed it.' }];
  return [{ key: 'Confirmed', value: `By ${confirmed.by} on ${isoDay(confirmed.on)}${quoted(confirmed.reason)}` }];
}

function noticeLines(notice: CaseAnswer['notice'], { deemedServed, putRightBy, invocableFrom }: CaseAnswer['clock']): readonly Line[] {
  if (notice === null) return [{ key: 'Notice', value: 'None has been served.' }];
  const address = notice.address === null ? '' : notice.address === 'erased' ? ', to an address that was erased' : `, to ${notice.address}`;
  return [
    { key: 'Notice', value: `Sent on ${isoDay(notice.sentOn)}: ${notice.form}${address}${quoted(notice.reason)}` },
    ...datedLine('Counts as served', deemedServed),
    ...datedLine('To be put right by', putRightBy),
    ...datedLine('May be invoked from', invocableFrom),
  ];
}

/** A day with how it was reached, and what to beware of in it. */
function datedLine(key: string, dated: CaseAnswer['clock']['putRightBy']): readonly Line[] {
  if (dated === null) return [];
  const reached = `${dated.date === null ? 'Not known yet' : isoDay(dated.date)}: ${dated.how}.`;
  return [{ key, value: dated.warning === null ? reached : `${reached}\n${dated.warning}` }];
}

function remedyInWords({ kind, pence, on, settles, words }: CaseAnswer['remedies'][number]): string {
  const amount = pence === null ? '' : ` of ${pounds(pence)}`;
  return `${capital(kind)}${amount} on ${isoDay(on)}, which ${settles ? 'settles the breach' : 'does not settle the breach'}${quoted(words)}`;
}

/** What a person wrote, after a colon; what was erased is not quoted. */
function quoted(text: string | null): string {
  if (text === null || text === '') return '';
  return text === 'erased' ? ': the text was erased' : `: “${text}”`;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
