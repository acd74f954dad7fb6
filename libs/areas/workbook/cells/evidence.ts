import type { Cell } from '../reader/cell.js';
import { plainFileName } from '../reader/plain-file-name.js';
import { CellFault } from './cell-fault.js';
import { name } from './words.js';

/** A piece of evidence that a row names: its kind, and the file beside the workbook, if one is named. */
export interface NamedEvidence {
  readonly kind: string;
  readonly fileName: string | null;
}

const MOST = 200;
const readKind = name(60);
const FIX = 'Write the kind, or kind: file name, several separated by semicolons.';

/** `payroll`, `payroll: starters-q1.pdf`, several separated by `;`. */
export function evidence(cell: Cell): readonly NamedEvidence[] | CellFault {
  const named: NamedEvidence[] = [];
  for (const text of cell.text.split(';')) {
    if (text.trim() === '') continue;
    const colon = text.indexOf(':');
    const kind = readKind({ text: colon === -1 ? text : text.slice(0, colon) });
    if (kind instanceof CellFault) return new CellFault(`must name kinds of evidence; a kind ${kind.rule}`, FIX);
    const fileName = colon === -1 ? null : text.slice(colon + 1).trim();
    if (fileName === '') return new CellFault(`must name a file after “${kind}:”`, FIX);
    if (fileName !== null && (!plainFileName(fileName) || [...fileName].length > 300)) {
      return new CellFault('must name files that lie beside the workbook, by their names alone', 'Put the file beside the workbook and give its name without a folder.');
    }
    named.push({ kind, fileName });
  }
  return named.length > MOST ? new CellFault(`must list at most ${MOST}`, 'Leave some out.') : named;
}
