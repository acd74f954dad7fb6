import { stringify } from 'csv-stringify/sync';
import { csvOf } from '#surface/pages/tables/csv.js';
import type { ImportAnswer } from '../import-workbook/import-answer.js';
import { Problems } from '../import-workbook/problems.js';
import { readSheet } from '../import-workbook/read-workbook.js';
import type { WorkbookReader } from '../reader/workbook-reader.js';
import { deliveries } from '../sheets/deliveries.js';
import { PROBLEMS } from '../sheets/ours.js';
import { type CopiedSheet, copiedSheets } from './copied-sheet.js';
import { FINDING_COLUMNS, findingsOf } from './findings.js';

/** A file of a copy. */
export interface CopiedFile {
  readonly fileName: string;
  readonly content: AsyncIterable<Uint8Array> | Iterable<Uint8Array>;
}

/**
 * A copy of a workbook as a folder: `problems.csv`, a CSV for each sheet (those that came as CSVs byte for byte), and the
 * evidence files that its deliveries name. Cells of a CSV cannot be marked.
 */
export async function* annotatedCsvs(reader: WorkbookReader, answer: ImportAnswer): AsyncGenerator<CopiedFile> {
  yield { fileName: `${PROBLEMS}.csv`, content: [problemsCsv(answer)] };
  const copied = new Set<string>();
  for (const { title, file, rows } of copiedSheets(await reader.sheets())) {
    const asItIs = file === undefined ? undefined : await reader.fileBeside(file);
    const fileName = file ?? `${title.replace(/[/\\\u0000]/g, '-')}.csv`;
    copied.add(fileName);
    yield { fileName, content: asItIs ?? lines(rows()) };
  }
  for (const fileName of await evidenceNamed(reader)) {
    const content = copied.has(fileName) ? undefined : await reader.fileBeside(fileName);
    if (content) yield { fileName, content };
  }
}

function problemsCsv(answer: ImportAnswer): Uint8Array {
  const lines = findingsOf(answer).map(({ what, sheet, cell, column, value, rule, fix, count, cells }) => [what, sheet, cell, column, value, rule, fix, count === 0 ? '' : String(count), cells]);
  return csvOf(FINDING_COLUMNS, lines);
}

/** Blank rows stay, so that every row keeps its number. */
async function* lines(rows: ReturnType<CopiedSheet['rows']>): AsyncGenerator<Uint8Array> {
  let written = 0;
  for await (const { number, cells } of rows) {
    yield Buffer.from('\n'.repeat(number - written - 1) + stringify([cells.map(({ text }) => text)]));
    written = number;
  }
}

/** The files that cells of the sheet `deliveries` name, as far as they can be read. */
async function evidenceNamed(reader: WorkbookReader): Promise<ReadonlySet<string>> {
  const source = (await reader.sheets()).find(({ name }) => name === deliveries.name);
  const rows = source ? await readSheet(deliveries, source, new Problems()) : undefined;
  const named = (rows ?? []).flatMap(({ values }) => (values as Partial<typeof values>).evidence ?? []);
  return new Set(named.flatMap(({ fileName }) => (fileName === null ? [] : [fileName])));
}
