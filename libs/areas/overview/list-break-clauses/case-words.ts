import type { CaseAnswer } from '#areas/break-clauses/index.js';
import { isoDay } from '#surface/pages/filters/days.js';
import type { TagColour } from '#surface/pages/tables/figures-table.js';

interface StateInWords {
  readonly text: string;
  readonly tag: TagColour;
}

/** How each state of a case reads: those in which somebody has to act first. What nobody confirmed is never called a breach. */
export const CASE_STATES: Readonly<Record<CaseAnswer['state'], StateInWords>> = {
  'time running': { text: 'Clock running: time to put it right', tag: 'orange' },
  'to be confirmed': { text: 'Condition met, to be confirmed', tag: 'yellow' },
  confirmed: { text: 'Confirmed, no notice served yet', tag: 'blue' },
  'may be invoked': { text: 'Time has run out: may be invoked', tag: 'red' },
  'clock stands still': { text: 'Clock stands still: contract is suspended', tag: 'purple' },
  'contract ended': { text: 'Open, but the contract has ended', tag: 'purple' },
  'put right': { text: 'Put right in time', tag: 'green' },
  'put right late': { text: 'Put right late', tag: 'turquoise' },
  settled: { text: 'Settled by a remedy', tag: 'turquoise' },
  waived: { text: 'Waived', tag: 'grey' },
  'set aside': { text: 'Set aside', tag: 'grey' },
  invoked: { text: 'Clause invoked', tag: 'red' },
};

export function isCaseState(text: string): text is CaseAnswer['state'] {
  return Object.hasOwn(CASE_STATES, text);
}

/** The state of a case in words: where the breach cannot be put right, no time runs for that. */
export function caseStateInWords({ state, terms }: Pick<CaseAnswer, 'state' | 'terms'>): StateInWords {
  if (terms.remediable) return CASE_STATES[state];
  if (state === 'time running') return { ...CASE_STATES[state], text: 'Clock running: notice not yet served' };
  return state === 'may be invoked' ? { ...CASE_STATES[state], text: 'May be invoked' } : CASE_STATES[state];
}

/** What the clock of an open case says: until when it can be put right, or from when the clause may be invoked. */
export function clockInWords({ state, clock: { putRightBy, invocableFrom } }: Pick<CaseAnswer, 'state' | 'clock'>): string | undefined {
  const mayMove = (dated: { readonly warning: string | null }) => (dated.warning === null ? '' : ' (this day may still move)');
  if (state === 'time running' && putRightBy?.date) return `To be put right by ${isoDay(putRightBy.date)}${mayMove(putRightBy)}`;
  if ((state === 'time running' || state === 'may be invoked') && invocableFrom?.date) return `May be invoked from ${isoDay(invocableFrom.date)}${mayMove(invocableFrom)}`;
  return undefined;
}

/** The kinds of condition, in a few words. */
export const CONDITION_NAMES = { shortfall: 'Too little validated', silence: 'No return', 'critical commitment missed': 'A critical commitment missed' } as const;
