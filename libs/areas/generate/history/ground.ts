import type { Setting } from '../setting.js';
import type { MadeRows } from './made-rows.js';

/** What every contract of a group is made on. */
export interface Ground {
  readonly seed: number;
  readonly setting: Setting;
  readonly made: MadeRows;
  /** The next numbers of references. */
  readonly numbers: { contract: number; commitment: number; provider: number; clause: number };
  /** Names, titles and sentences that are taken. */
  readonly named: Set<string>;
}

/** A reference with its number in at least two digits: `K07`. */
export function numbered(letter: string, number: number): string {
  return `${letter}${String(number).padStart(2, '0')}`;
}
