import { escaped, storable, UNFIT } from '../xml.js';

/** The most characters that Excel takes in a cell, and in a note that it still shows. */
export const LONGEST_TEXT = 32_767;

/**
 * Text as a file of Excel holds it. Characters that XML cannot hold, and carriage returns, which it would change, stand
 * as `_x000D_`; a text that itself looks so is told apart by `_x005F_`.
 */
export function xlsxText(text: string): string {
  const kept = storable(text).replace(/_(?=x[0-9a-f]{4}_)/gi, '_x005F_');
  return escaped(kept.replace(UNFIT, code).replaceAll('\r', code));
}

function code(character: string): string {
  return `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`;
}
