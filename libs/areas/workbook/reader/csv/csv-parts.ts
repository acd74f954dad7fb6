import { partsOfUpload, type UploadedPart } from '../files/named-files.js';
import type { WorkbookReader } from '../workbook-reader.js';
import { csvWorkbook } from './csv-workbook.js';

/** A workbook as the parts of an upload: a part per CSV, and evidence files beside them. */
export function csvParts(name: string, parts: readonly UploadedPart[]): WorkbookReader {
  return csvWorkbook(partsOfUpload(name, parts));
}
