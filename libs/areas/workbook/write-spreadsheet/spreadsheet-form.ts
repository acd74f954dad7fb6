import { writeOds } from './ods/write-ods.js';
import type { WrittenWorkbook } from './written-workbook.js';
import { writeXlsx } from './xlsx/write-xlsx.js';

/** The kinds of spreadsheet that are written, by the endings of their names. */
export const SPREADSHEET_FORMS = ['xlsx', 'ods'] as const;
export type SpreadsheetForm = (typeof SPREADSHEET_FORMS)[number];

const WRITERS: Readonly<Record<SpreadsheetForm, (workbook: WrittenWorkbook) => Promise<Uint8Array>>> = { xlsx: writeXlsx, ods: writeOds };

export const MEDIA_TYPES: Readonly<Record<SpreadsheetForm, string>> = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  ods: 'application/vnd.oasis.opendocument.spreadsheet',
};

export function writeSpreadsheet(form: SpreadsheetForm, workbook: WrittenWorkbook): Promise<Uint8Array> {
  return WRITERS[form](workbook);
}

/** The form that a file's name asks for. */
export function spreadsheetForm(fileName: string): SpreadsheetForm | undefined {
  return SPREADSHEET_FORMS.find((form) => fileName.toLowerCase().endsWith(`.${form}`));
}
