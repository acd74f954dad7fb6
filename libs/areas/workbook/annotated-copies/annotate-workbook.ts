import type { ImportAnswer } from '../import-workbook/import-answer.js';
import type { WorkbookReader } from '../reader/workbook-reader.js';

/** Makes a copy of a workbook in which what an import found wrong is marked, as a spreadsheet. */
export type AnnotateWorkbook = (reader: WorkbookReader, answer: ImportAnswer, form: 'xlsx' | 'ods') => Promise<Uint8Array>;

/** What Nest injects it by, where there is one. */
export const ANNOTATE_WORKBOOK = Symbol('AnnotateWorkbook');
