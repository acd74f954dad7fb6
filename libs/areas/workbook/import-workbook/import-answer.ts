import { z } from 'zod';

/** Something wrong, or worth a look, in a workbook; identical ones stand here once, with all their cells. */
export const workbookProblem = z.strictObject({
  sheet: z.string().describe('The sheet’s name; empty where the whole file is meant.'),
  row: z.int().min(1).nullable().describe('The first row it was found in, the header being 1; null where the whole sheet is meant.'),
  column: z.string().describe('The column’s name; empty where the whole row is meant.'),
  value: z.string().describe('What was found there; empty where nothing was.'),
  rule: z.string().describe('The rule that it breaks.'),
  fix: z.string().describe('What to do about it.'),
  cells: z.array(z.string()).describe('Every place it was found in, as a spreadsheet names them: `F12`, or `12:12` for a row.'),
});
export type WorkbookProblem = z.infer<typeof workbookProblem>;

/** What was held back because something in the file is wrong with it. */
export const heldBack = z.strictObject({
  sheet: z.enum(['contracts', 'closed_years']).describe('The sheet that it stands in.'),
  reference: z.string().describe('The contract’s reference, or the year.'),
  rows: z.int().min(1).describe('How many rows of the file were held back with it.'),
  because: z
    .array(z.strictObject({ sheet: z.string().describe('The sheet.'), row: z.int().min(1).describe('The row, the header being 1.') }))
    .optional()
    .describe('The refused rows that it is held back for: the first ten. Answers kept from before this was said lack it.'),
});
export type HeldBack = z.infer<typeof heldBack>;

/** A row that was imported before and is not in the sheet any more. Nothing follows from it. */
export const absentRow = z.strictObject({
  sheet: z.string().describe('The sheet that it stood in.'),
  reference: z.string().describe('What the row is known by.'),
});
export type AbsentRow = z.infer<typeof absentRow>;

/** A cell of a changed row that says something else than when the row was last imported. */
export const changedCell = z.strictObject({
  sheet: z.string().describe('The sheet.'),
  row: z.int().min(1).describe('The row, the header being 1.'),
  reference: z.string().describe('What the row is known by.'),
  column: z.string().describe('The column’s name.'),
  cell: z.string().describe('The cell as a spreadsheet names it: `F12`; `12:12` where the file has no such column any more.'),
  before: z.string().nullable().describe('What it said; empty where it said nothing. Null where it was words about people, which are kept with the entry only.'),
  now: z.string().nullable().describe('What it says; empty where it says nothing. Null, in an answer read later, where it is words about people.'),
});
export type ChangedCell = z.infer<typeof changedCell>;

const count = z.int().min(0);

export const importCounts = z.strictObject({
  rows: count.describe('Rows read, without headers and `about`.'),
  added: count.describe('Rows that came for the first time and went in.'),
  changed: count.describe('Rows known before that say something else now and went in.'),
  unchanged: count.describe('Rows that say what they said before.'),
  held: count.describe('Rows in order, held back with a contract that is not.'),
  refused: count.describe('Rows with something wrong.'),
  absent: count.describe('Rows imported before that are not in the file’s sheets any more.'),
  events: count.describe('Entries written to the ledger.'),
});
export type ImportCounts = z.infer<typeof importCounts>;

/** The same of one sheet. */
export const sheetCounts = importCounts.omit({ events: true }).extend({ sheet: z.string().describe('The sheet.') });
export type SheetCounts = z.infer<typeof sheetCounts>;

/** What became of an imported workbook. */
export const importAnswer = z.strictObject({
  status: z.enum(['accepted', 'accepted in part', 'rejected', 'unchanged']).describe('What became of it as a whole.'),
  position: count.describe('The ledger’s position after the import; after a check, the position that it was checked at.'),
  counts: importCounts.describe('Rows and entries by what became of them.'),
  bySheet: z.array(sheetCounts).optional().describe('Rows of each sheet by what became of them, in the order of the template. Answers kept from before this was said lack it.'),
  changes: z.array(changedCell).optional().describe('What changed rows that go in said before, and say now, cell by cell: the first 1,000 cells. Answers kept from before this was said lack it.'),
  held: z.array(heldBack).describe('What was held back, with everything that hangs on it.'),
  absent: z.array(absentRow).describe('Rows imported before that are not there any more; nothing follows.'),
  warnings: z.array(workbookProblem).describe('What deserves a look; nothing was refused for it.'),
  problems: z.array(workbookProblem).describe('What is wrong, each with its fix.'),
});
export type ImportAnswer = z.infer<typeof importAnswer>;
