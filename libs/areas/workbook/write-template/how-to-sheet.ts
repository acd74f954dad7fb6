import { aboutGuide } from '../sheets/guide/about.js';
import { guide } from '../sheets/guide/guide.js';
import { HOW_TO } from '../sheets/ours.js';
import { SHEET_NAMES } from '../sheets/template.js';
import type { WrittenRow, WrittenSheet } from '../write-spreadsheet/written-workbook.js';

/** A line of the sheet: what it is about, and what there is to say; a sheet's name is a link to it. */
export interface Line {
  readonly about: string;
  readonly said: string;
  readonly sheet?: string;
}

export interface Part {
  readonly heading: string;
  readonly lines: readonly Line[];
}

/** The first sheet, which says how; `parts` one after the other. */
export function howToSheet(title: string, said: string, parts: readonly Part[]): WrittenSheet {
  const rows: WrittenRow[] = [{ cells: [{ text: title, style: 'title' }] }, { cells: [undefined, { text: said, style: 'words' }] }];
  for (const { heading, lines } of parts) {
    rows.push({ cells: [] }, { cells: [{ text: heading, style: 'required heading' }, { text: '', style: 'required heading' }] });
    for (const { about, said, sheet } of lines) {
      rows.push({ cells: [sheet === undefined ? { text: about, style: 'words' } : { text: about, style: 'link', link: { sheet, cell: 'A1' } }, { text: said, style: 'words' }] });
    }
  }
  return { name: HOW_TO, columns: [{ width: 24 }, { width: 100 }], rows };
}

/** What each sheet is for, in the order in which they are filled in. */
export const sheetsPart: Part = {
  heading: 'The sheets, in this order',
  lines: [{ about: 'about', sheet: 'about', said: aboutGuide.purpose }, ...SHEET_NAMES.map((sheet) => ({ about: sheet, sheet, said: guide[sheet].purpose }))],
};

/** How cells are filled in, on every sheet. */
export const cellsPart: Part = {
  heading: 'How to write it',
  lines: [
    { about: 'Headings', said: 'A heading in bold marks a column that must be filled in every row. Point at a heading and a note says what the column means, what may be written, and an example. Leave the names of columns and sheets as they are.' },
    { about: 'The grey row', said: 'The second row of each sheet is an example. It is never imported. Leave it, empty it, or put your own row in its place; then change its reference too, for as long as it begins with “e.g. ” you are asked about it.' },
    { about: 'References', said: 'Providers, contracts, measures, commitments, break clauses and deliveries have a reference that you choose, and other sheets name them by it. Keep a reference for as long as the thing exists: it is how the ledger knows that a row has come before.' },
    { about: 'Lists', said: 'Where only a few words are possible, the cell offers them: press Alt and the down arrow. Where several things may stand in one cell, separate them with semicolons.' },
    { about: 'Dates', said: '31/03/2026, with the day first, or 31 March 2026. Always with a year of four digits. No period may cross 31 March: make it two rows.' },
    { about: 'Percentages', said: '12.5 or 12.5%. A plain number under 1 is asked back, since 0.5 could mean half of one per cent or fifty: write 0.5% or 50%.' },
    { about: 'Amounts and numbers', said: '£1,200 or 1200.50. No words such as “about” or “k”. For nothing write 0; an empty cell means that nothing was said.' },
    { about: 'Evidence', said: 'Put the files into the same folder as this workbook, and name each in the column evidence with its kind: payroll: starters-q1.pdf. Send them together with the workbook.' },
  ],
};

/** What becomes of a workbook that is sent. */
export const sendingPart: Part = {
  heading: 'Sending it',
  lines: [
    { about: 'Look first', said: 'Import it on the page of your authority, or have it checked with “svl import FILE --check”. Nothing is written until you have seen what would go in.' },
    { about: 'If something is wrong', said: 'Each problem is told with its sheet, cell, the value found, the rule and what to do. Contracts in which everything is right go in; one with a problem waits, whole, until it is mended. Correct the workbook and send it again.' },
    { about: 'Sending it again', said: 'What is in already is recognised and not counted twice. So keep one workbook, add rows at the end, and send all of it each time. A row that you take out changes nothing.' },
    { about: 'Changing a row', said: 'The ledger never forgets what stood there before. A row that says something else than last time needs the reason, in the column reason or when you send it.' },
  ],
};
