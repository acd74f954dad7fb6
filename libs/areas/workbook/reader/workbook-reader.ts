import type { Cell } from './cell.js';

/** Why a sheet cannot be read at all, or not beyond a place in it. */
export interface SheetFault {
  /** The row as a spreadsheet counts them, the header being 1; null where the whole sheet is meant. */
  readonly row: number | null;
  readonly column: string;
  readonly value: string;
  readonly rule: string;
  readonly fix: string;
}

/** A sheet cannot be read: it is not in the form that a workbook must have. */
export class UnreadableSheet extends Error {
  override readonly name = 'UnreadableSheet';

  constructor(readonly fault: SheetFault) {
    super(`${fault.rule}. ${fault.fix}`);
  }
}

export interface SheetRow {
  /** As a spreadsheet counts them: the header is row 1, and blank rows count. */
  readonly number: number;
  readonly cells: readonly Cell[];
}

export interface SheetSource {
  /** In the form of the template, however it is written in the file: `contracts`, `break_clauses`. */
  readonly name: string;
  /** As the person knows it: `Contracts.csv`, or the sheet's name in a workbook file. */
  readonly origin: string;
  /** Whether its tab is hidden, so that whoever opens the file does not see it. */
  readonly hidden?: boolean;
  /**
   * The rows from the top, the header first; wholly blank rows may be left out, but are counted. Can be asked for again.
   * @throws UnreadableSheet
   */
  rows(): AsyncIterable<SheetRow> | Iterable<SheetRow>;
}

/** Something about the file as a whole that deserves a look; nothing is refused for it. */
export interface Remark {
  readonly rule: string;
  readonly fix: string;
}

/** What a workbook holds, in whatever file it came. Every adapter keeps `workbook-reader.conformance.ts`. */
export interface WorkbookReader {
  /** How the person knows the whole: a folder's or a file's name. */
  readonly name: string;
  /** In the order of the file, or by name. Sheets that no workbook has are among them. */
  sheets(): Promise<readonly SheetSource[]>;
  /** A file that lies beside the workbook, by its name; undefined where there is none. */
  fileBeside(name: string): Promise<AsyncIterable<Uint8Array> | undefined>;
  /** SHA-256, hexadecimal, of everything that was read as a sheet: the same for the same file sent again. */
  contentHash(): Promise<string>;
  /** What deserves a look about the file as a whole; left out, nothing does. */
  readonly remarks?: readonly Remark[];
}
