import type { CaseAnswer } from '#areas/break-clauses/index.js';
import { isoDay } from '#surface/pages/filters/days.js';

const CLOSED = 'Nothing more follows from this case. A later breach would be a case of its own.';
const MEANWHILE = 'Meanwhile it may be put right, settled by a remedy, or waived in words.';

/** What may happen next in a case, and from which day, in sentences. Nothing here is a must: people decide. */
export function nextSteps(one: CaseAnswer): readonly string[] {
  switch (one.state) {
    case 'to be confirmed':
      return toBeConfirmed(one);
    case 'confirmed':
      return confirmed(one);
    case 'time running':
      return timeRunning(one);
    case 'clock stands still':
      return ['The contract is suspended, and the time to put it right stands still. It goes on once the contract is resumed: until then nobody knows from which day the clause may be invoked.', MEANWHILE];
    case 'may be invoked':
      return mayBeInvoked(one);
    case 'contract ended':
      return ['The contract has ended: nothing is left to break, so the clause cannot be invoked because of this any more.', 'A remedy may still be applied, and it may be recorded that the breach was put right, or is waived in words.'];
    case 'invoked':
      return ['The clause has been invoked. That ends nothing by itself: whether the contract is ended is a decision of its own, recorded as one.'];
    default:
      return [CLOSED];
  }
}

function toBeConfirmed({ terms, now }: CaseAnswer): readonly string[] {
  return [
    `A person of the authority looks at it, and confirms it or sets it aside with a reason${decider(terms, '. Under the clause it is for this person or body to decide: ')}.`,
    ...(now.standing === 'not met' ? ['The same figures would not meet the condition any more: take that into account.'] : []),
    ...(now.standing === 'cannot be judged' ? ['The same cannot be judged at the moment: take that into account.'] : []),
    'Until it is confirmed nothing follows from it, and nobody has found a breach.',
  ];
}

function confirmed({ terms }: CaseAnswer): readonly string[] {
  const form = terms.noticeForm === '' ? '' : ` (${terms.noticeForm})`;
  const then = terms.remediable
    ? 'The time to put it right runs from the day on which the notice counts as served; without a notice no time runs.'
    : 'It cannot be put right: the clause may be invoked from the day on which the notice counts as served.';
  return [`A notice may be served${form}. ${then}`, MEANWHILE];
}

function timeRunning({ clock: { putRightBy, invocableFrom }, plan }: CaseAnswer): readonly string[] {
  const planned = plan === null ? ' An improvement plan may be agreed.' : '';
  return [
    ...(putRightBy === null ? [] : [`The provider has until the end of ${isoDay(putRightBy.date)} to put it right.${planned}`]),
    invocableFrom === null
      ? 'The contract ends before the clause could be invoked because of this.'
      : `From ${isoDay(invocableFrom.date)} the clause may be invoked by a second authorised person, with a reference to the decision. Earlier that is refused.`,
    MEANWHILE,
  ];
}

function mayBeInvoked({ clock: { invocableFrom }, confirmed: by }: CaseAnswer): readonly string[] {
  const other = by === null ? '' : `, somebody else than ${by.by}, who confirmed the case`;
  return [
    `Since ${isoDay(invocableFrom?.date)} the clause may be invoked by a second authorised person${other}, with a reference to the decision.`,
    'It need not be: it may also be put right late, settled by a remedy, or waived in words.',
  ];
}

function decider({ whoMayDecide }: CaseAnswer['terms'], before: string): string {
  return whoMayDecide === '' ? '' : `${before}${whoMayDecide}`;
}
