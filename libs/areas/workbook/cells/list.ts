import type { Cell } from '../reader/cell.js';
import { CellFault } from './cell-fault.js';
import type { ReadCell } from './column.js';

/** Several values in one cell, separated by `;`. Empty places are passed over; what is said twice is said once. */
export function listOf(read: ReadCell<string>, most: number): ReadCell<readonly string[]> {
  return (cell: Cell) => {
    const values = new Set<string>();
    for (const text of cell.text.split(';')) {
      if (text.trim() === '') continue;
      const value = read({ text });
      if (value instanceof CellFault) return new CellFault(`${value.rule} in each place between semicolons`, value.fix);
      values.add(value);
    }
    if (values.size > most) return new CellFault(`must list at most ${most}`, 'Leave some out.');
    return [...values];
  };
}
