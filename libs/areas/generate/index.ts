export type { HistoryAsked } from './asked.js';
export { Chance } from './chance.js';
export { type HistoryProgress, type HistoryRecorded, recordHistory, type RecordPorts } from './record-history/record-history.js';
export { inventSetting, type Setting } from './setting.js';
export { type OneWorkbookWritten, writeOneWorkbook } from './write-spreadsheet/write-one-workbook.js';
export { type WorkbooksWritten, type WorkbookWritten, writeWorkbooks } from './write-workbooks/write-workbooks.js';
