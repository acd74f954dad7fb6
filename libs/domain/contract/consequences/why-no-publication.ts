import type { BreakCase } from '../break-clause.js';
import type { CaseState } from './case-clock.js';

const LED_TO_NOTHING = 'it has led to no termination, damages or settlement';

/** Why a case asks for no publication (statutory-follow-up.ts), where nothing happened that does: a sentence for how it stands. */
export function whyNoPublication(state: CaseState, { terms }: Pick<BreakCase, 'terms'>): string {
  if (!terms.remediable && OPEN.has(state)) return `The breach cannot be put right, so there is no time for that which could run out, and ${LED_TO_NOTHING}.`;
  switch (state) {
    case 'set aside':
      return 'Nothing follows from a condition that was set aside.';
    case 'to be confirmed':
      return 'Nothing follows from a condition that nobody has confirmed.';
    case 'confirmed':
      return `No notice was served, so no time to put the breach right has run out, and ${LED_TO_NOTHING}.`;
    case 'time running':
    case 'may be invoked':
      return `The time to put the breach right has not run out, and ${LED_TO_NOTHING}.`;
    case 'clock stands still':
      return `The time to put the breach right stands still with the contract, and ${LED_TO_NOTHING}.`;
    case 'contract ended':
      return 'The contract ended before any time to put the breach right had run out, and the breach led to no termination, damages or settlement.';
    case 'put right':
      return `The breach was put right in time, and ${LED_TO_NOTHING}.`;
    case 'put right late':
      return `The contract ended before the time to put the breach right had run out; it was put right later, and ${LED_TO_NOTHING}.`;
    case 'waived':
      return `The authority gave up its rights from the breach in words, and ${LED_TO_NOTHING}.`;
    case 'settled':
      return 'The breach was settled by a remedy that is on record neither as damages nor as a settlement agreement.';
    case 'invoked':
      return `The clause was invoked, but ${LED_TO_NOTHING} so far.`;
  }
}

const OPEN: ReadonlySet<CaseState> = new Set<CaseState>(['confirmed', 'time running', 'may be invoked', 'contract ended']);
