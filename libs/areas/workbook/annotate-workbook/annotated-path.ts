import { uploadPath } from '../uploaded-workbooks/upload-in-words.js';
import type { SpreadsheetForm } from '../write-spreadsheet/spreadsheet-form.js';
import type { UploadedWorkbook } from '../uploaded-workbooks/uploaded-workbooks.js';

/** Who sent an ODS gets one back. */
export function annotatedForm({ files }: UploadedWorkbook): SpreadsheetForm {
  return files.some((file) => /\.ods$/i.test(file)) && !files.some((file) => /\.xlsx$/i.test(file)) ? 'ods' : 'xlsx';
}

export function annotatedPath(code: string, uploaded: UploadedWorkbook): string {
  return `${uploadPath(code, uploaded.id)}/marked-copy`;
}
