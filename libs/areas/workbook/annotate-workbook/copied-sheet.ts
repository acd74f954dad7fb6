import { type SheetRow, type SheetSource, UnreadableSheet } from '../reader/workbook-reader.js';
import { about } from '../sheets/about.js';
import { PROBLEMS } from '../sheets/ours.js';

/** A sheet of the original as the copy has it. */
export interface CopiedSheet {
  /** As the file of the import names it: `break_clauses`. */
  readonly name: string;
  /** As the person knows it: `Break clauses`. */
  readonly title: string;
  /** The file that it came in, where it is a CSV. */
  readonly file: string | undefined;
  rows(): AsyncIterable<SheetRow>;
}

/**
 * The sheets of the original, extra ones too, but for the list of problems of an earlier copy. A hidden sheet, which an
 * import passes over, is in sight in the copy, under a name that is passed over too.
 */
export function copiedSheets(sources: readonly SheetSource[]): readonly CopiedSheet[] {
  const titles = new Set<string>();
  return sources
    .filter(({ name }) => name !== PROBLEMS)
    .map((source) => {
      const own = source.origin.replace(/\.csv$/i, '').trim();
      const title = unlike(source.hidden && source.name !== about.name ? `${own} (hidden)` : own, titles);
      return { name: source.name, title, file: /\.csv$/i.test(source.origin) ? source.origin : undefined, rows: () => readable(source) };
    });
}

/**
 * The rows of a sheet, or in their place a row that says why there are none. A part of a sheet would look like the
 * whole, and what is missing from it would be taken for rows that somebody took out.
 */
async function* readable(source: SheetSource): AsyncGenerator<SheetRow> {
  let fault: UnreadableSheet['fault'] | undefined;
  try {
    for await (const _row of source.rows());
  } catch (error) {
    if (!(error instanceof UnreadableSheet)) throw error;
    fault = error.fault;
  }
  if (fault) yield { number: 1, cells: [{ text: `This sheet could not be copied: it ${fault.rule}. Put it in here from your own file, once it is mended.` }] };
  else yield* source.rows();
}

/** A sheet that came twice stays twice, under names that a file can have. */
function unlike(title: string, taken: Set<string>): string {
  let free = title;
  for (let again = 2; taken.has(free.toLowerCase()); again++) free = `${title} ${again}`;
  taken.add(free.toLowerCase());
  return free;
}
