import { Refusal } from '#domain/kernel/refusal.js';
import type { ImportAnswer } from '../import-workbook/import-answer.js';

const NOTHING = { rows: 0, added: 0, changed: 0, unchanged: 0, held: 0, refused: 0, absent: 0, events: 0 };

/**
 * What was refused as no workbook at all, as an answer like every other: each fault a problem of the whole file. The path
 * of its folder on this server is nobody's business. Any other failure is thrown on.
 */
export function refusedAsAWhole(failure: unknown, path: string): ImportAnswer {
  if (!(failure instanceof Refusal) || failure.kind !== 'invalid' || failure.faults[0].field === 'Idempotency-Key') throw failure;
  const problems = failure.faults.map(({ value, rule, fix }) => ({ sheet: '', row: null, column: '', value: value === path ? '' : value, rule, fix, cells: [] }));
  return { status: 'rejected', position: 0, counts: NOTHING, held: [], absent: [], warnings: [], problems };
}
