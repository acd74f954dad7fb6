import { CellFault } from './cell-fault.js';

/** What no ledger can hold: NUL, and halves of surrogate pairs, which have no UTF-8. */
export function unstorable(text: string): CellFault | undefined {
  if (text.includes('\u0000')) return new CellFault('must not hold the character NUL', 'Remove the character and send the file again.');
  if (/\p{Surrogate}/u.test(text)) return new CellFault('must not hold half of a surrogate pair', 'Remove the broken character and send the file again.');
  return undefined;
}

/** A text as it can be shown and stored in a message. */
export function printable(text: string): string {
  return text.replaceAll('\u0000', '␀').replace(/\p{Surrogate}/gu, '\ufffd');
}
