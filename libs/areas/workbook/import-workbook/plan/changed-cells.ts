import type { Directory } from '#areas/directory/index.js';
import { shown } from '#domain/kernel/refusal.js';
import { valueText } from '../../write-rows/cell-text.js';
import { template } from '../../sheets/template.js';
import { identityInWords } from '../content.js';
import type { ChangedCell } from '../import-answer.js';
import { cellName } from '../problems.js';
import { textOf } from '../row.js';
import type { RowOutcome } from './outcome.js';

/** How many cells are told of; beyond that the counts say how many rows there are. */
export const MOST_CHANGED_CELLS = 1_000;

/** What rows that are changed said when they were last imported, and what they say now, cell by cell: the first of them. */
export async function changedCells(directory: Pick<Directory, 'nameOf'>, authority: string, goesIn: readonly RowOutcome[]): Promise<readonly ChangedCell[]> {
  const found = firstOf(goesIn);
  const people = found.flatMap(({ column, before }) => (column.person && typeof before === 'string' ? [before] : []));
  const names = people.length > 0 ? await directory.nameOf(authority, people) : new Map<string, string>();
  return found.map(({ outcome, name, column, before, now }) => {
    const { sheet, row, imported } = outcome;
    const place = { sheet, row: row.number, column: name };
    const about = { ...place, cell: cellName({ ...place, index: row.header.places.get(name) })!, reference: identityInWords(template[sheet], imported.identity) };
    if (column.erasable) return { ...about, before: before === undefined ? '' : null, now: shown(textOf(row, name)) };
    if (column.person) return { ...about, before: before === undefined ? '' : (names.get(before as string) ?? null), now: shown(textOf(row, name)) };
    return { ...about, ...whereTheyDiffer(valueText(name, before), valueText(name, now)) };
  });
}

const SHOWN = 200;
const BEFORE_THE_DIFFERENCE = 60;

/** Two texts; long ones from a little before the place at which they begin to differ. */
function whereTheyDiffer(before: string, now: string): Pick<ChangedCell, 'before' | 'now'> {
  if (before.length <= SHOWN && now.length <= SHOWN) return { before, now };
  let at = 0;
  while (before[at] === now[at]) at++;
  const from = Math.max(0, at - BEFORE_THE_DIFFERENCE);
  const cut = (text: string): string => shown(from === 0 ? text : `…${text.slice(from)}`);
  return { before: cut(before), now: cut(now) };
}

function firstOf(goesIn: readonly RowOutcome[]) {
  const found: { outcome: RowOutcome; name: string; column: (typeof template)[RowOutcome['sheet']]['columns'][string]; before: unknown; now: unknown }[] = [];
  for (const outcome of goesIn) {
    if (!outcome.before) continue;
    const [before, now] = [outcome.before.content, outcome.imported.content].map((content) => JSON.parse(content) as Record<string, unknown>);
    for (const name of outcome.changed) {
      if (found.length === MOST_CHANGED_CELLS) return found;
      found.push({ outcome, name, column: template[outcome.sheet].columns[name]!, before: before![name], now: now![name] });
    }
  }
  return found;
}
