import type { ObligationAnswer } from '#areas/obligations/index.js';
import { isoDay } from '#surface/pages/filters/days.js';
import type { FiguresCell } from '#surface/pages/tables/figures-table.js';
import { contractPath } from '../list-contracts/contracts-table.js';
import { named } from '../see-contract/named-provider.js';
import { stateCell } from './obligation-words.js';

/** From whom something is due, when it is the authority itself. */
export const THE_AUTHORITY = 'The authority itself';

export function whom({ from }: Pick<ObligationAnswer, 'from'>): string {
  return from === null ? THE_AUTHORITY : named(from);
}

export function contractCell(code: string, { contract, contractTitle }: Pick<ObligationAnswer, 'contract' | 'contractTitle'>): FiguresCell {
  return { text: `${contract}: ${contractTitle}`, href: contractPath(code, contract) };
}

export function dueCell({ dueOn, warning }: Pick<ObligationAnswer, 'dueOn' | 'warning'>): FiguresCell {
  const text = dueOn === null ? 'Not known while the contract is suspended' : isoDay(dueOn);
  return { text, more: warning === null ? [] : [{ text: 'This day may still move' }] };
}

/** Why on that day, and what to beware of in it. */
export function whyCell({ why, warning }: Pick<ObligationAnswer, 'why' | 'warning'>): FiguresCell {
  return { text: why, more: warning === null ? [] : [{ text: warning }] };
}

/** Its state, and when it was met. */
export function standingCell({ state, extension, metOn, kind }: ObligationAnswer): FiguresCell {
  const met = metOn === null ? [] : [{ text: `${kind === 'return' ? 'Came' : 'Done'} on ${isoDay(metOn)}` }];
  return stateCell(state, extension, met);
}
