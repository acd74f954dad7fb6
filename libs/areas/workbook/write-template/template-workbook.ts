import { SHEET_NAMES } from '../sheets/template.js';
import type { WrittenWorkbook } from '../write-spreadsheet/written-workbook.js';
import { aboutSheet } from './about-sheet.js';
import { cellsPart, howToSheet, sendingPart, sheetsPart } from './how-to-sheet.js';
import { tableSheet } from './table-sheet.js';

/** The empty template as a workbook: how to fill it in, what it is and whose, and a sheet for each table. */
export function templateWorkbook(authority = ''): WrittenWorkbook {
  const said =
    'This workbook is how contracts, promises and deliveries come into the ledger. Fill in the sheets from left to right; those that you do not need stay as they are. ' +
    'Everything can be done bit by bit: a first workbook with contracts and what they promise, then deliveries as they come.';
  return {
    title: 'Social Value Ledger: workbook',
    sheets: [howToSheet('Social Value Ledger: workbook', said, [sheetsPart, cellsPart, sendingPart]), aboutSheet(authority), ...SHEET_NAMES.map((name) => tableSheet(name))],
  };
}
