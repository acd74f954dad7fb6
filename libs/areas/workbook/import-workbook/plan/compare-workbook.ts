import type { ImportedRow, ImportedRows } from '../../imported-rows/imported-rows.js';
import { SHEET_NAMES, template, type SheetName } from '../../sheets/template.js';
import { identityInWords } from '../content.js';
import type { AbsentRow } from '../import-answer.js';
import type { People } from '../people.js';
import type { Problems } from '../problems.js';
import type { ReadWorkbook } from '../read-workbook.js';
import { findRenamed } from './find-renamed.js';
import { compareRow, type ComparedRow, identifyRows } from './compared-row.js';

export type ComparedSheets = Readonly<Record<SheetName, readonly ComparedRow[]>>;

export interface Comparison {
  readonly sheets: ComparedSheets;
  /** Rows imported before that the file's sheets do not have any more. */
  readonly absent: readonly AbsentRow[];
}

/** Compares every row of a workbook with the last one imported under its identity. */
export async function compareWorkbook(
  imported: ImportedRows,
  authority: string,
  { rows, present }: ReadWorkbook,
  people: People,
  problems: Problems,
): Promise<Comparison> {
  const sheets: Partial<Record<SheetName, readonly ComparedRow[]>> = {};
  const absent: AbsentRow[] = [];
  for (const name of SHEET_NAMES) {
    const identified = identifyRows(rows[name], people, problems);
    const identities = new Set(identified.flatMap(({ identity }) => identity ?? []));
    const last = identities.size > 0 ? await imported.last(authority, name, [...identities]) : new Map<string, ImportedRow>();
    sheets[name] = identified.map((row) => compareRow(row, last, people));
    if (!present.has(name)) continue;
    const gone = (await imported.identities(authority, name)).filter((identity) => !identities.has(identity));
    for (const identity of gone) absent.push({ sheet: name, reference: identityInWords(template[name], identity) });
    sheets[name] = await findRenamed(sheets[name], gone, (some) => imported.last(authority, name, some));
  }
  return { sheets: sheets as ComparedSheets, absent };
}
