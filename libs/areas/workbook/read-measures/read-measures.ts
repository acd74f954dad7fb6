import type { DefineMeasure } from '#areas/measures/index.js';
import type { WorkbookProblem } from '../import-workbook/import-answer.js';
import { measureTermsOf } from '../import-workbook/plan/measures.js';
import { Problems } from '../import-workbook/problems.js';
import { readSheet } from '../import-workbook/read-workbook.js';
import type { SheetSource } from '../reader/workbook-reader.js';
import { measures } from '../sheets/measures.js';

/** A pack of measures as it was read: all of them, or what is wrong. */
export type MeasuresRead = { readonly measures: readonly DefineMeasure[]; readonly rows: readonly number[] } | { readonly problems: readonly WorkbookProblem[] };

/** Reads a file in the form of the sheet `measures`; `rows` are the rows that the measures stand in. */
export async function readMeasures(source: SheetSource): Promise<MeasuresRead> {
  const problems = new Problems();
  const rows = (await readSheet(measures, source, problems, new Problems())) ?? [];
  if (!problems.none) return { problems: problems.list(['measures']) };
  return { measures: rows.map(({ values }) => measureTermsOf(values)), rows: rows.map(({ number }) => number) };
}
