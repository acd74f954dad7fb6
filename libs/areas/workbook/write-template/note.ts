import type { ColumnGuide } from '../sheets/guide/column-guide.js';
import { WAYS, type Way } from '../sheets/guide/ways.js';
import type { Column } from '../cells/column.js';
import { dayFirst } from '../write-spreadsheet/written-value.js';

/** The note of a heading: what the column means, whether it must be filled, what may be written, an example. */
export function columnNote({ meaning, way, empty, example }: ColumnGuide, { required, read }: Column): string {
  const filled = required ? 'Must be filled.' : (empty ?? 'May be left empty.');
  const write = WAYS[way].write || `One of: ${(read.choices ?? []).join(', ')}.`;
  const lines = [meaning, filled, write];
  if (example !== '') lines.push(`For example: ${shownExample(WAYS[way], example)}`);
  return lines.join('\n');
}

function shownExample({ typed }: Way, example: string): string {
  return typed === 'date' ? dayFirst(example) : example;
}
