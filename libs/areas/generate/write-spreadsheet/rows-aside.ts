import { createReadStream } from 'node:fs';
import { appendFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { SHEET_NAMES, type SheetName } from '#areas/workbook/index.js';
import { refuse } from '#domain/kernel/refusal.js';
import type { HistoryAsked } from '../asked.js';
import type { MadeRow } from '../history/made-row.js';

/** The rows that a sheet of a spreadsheet has, without that of the headings. */
export const ROWS_OF_A_SHEET = 1_048_575;

/**
 * Rows that wait for their sheet. They are made contract by contract and written sheet by sheet; in between they lie in
 * a file for each sheet of a temporary folder, so that memory holds one group of contracts however many there are.
 */
export class RowsAside {
  private readonly counts = new Map<SheetName, number>();

  private constructor(
    private readonly folder: string,
    private readonly asked: HistoryAsked,
    private readonly most: number,
  ) {}

  /** @param most rows of a sheet */
  static async open(asked: HistoryAsked, most = ROWS_OF_A_SHEET): Promise<RowsAside> {
    return new RowsAside(await mkdtemp(join(tmpdir(), 'svl-generate-')), asked, most);
  }

  /** @throws Refusal a sheet cannot hold them all */
  async put(rows: readonly MadeRow[]): Promise<void> {
    const lines = new Map<SheetName, string[]>(SHEET_NAMES.map((sheet) => [sheet, []]));
    for (const { sheet, values } of rows) lines.get(sheet)!.push(`${JSON.stringify(values)}\n`);
    for (const [sheet, added] of lines) {
      const count = (this.counts.get(sheet) ?? 0) + added.length;
      if (count > this.most) refuseAsTooMany(this.asked, sheet, this.most);
      this.counts.set(sheet, count);
      if (added.length > 0) await appendFile(this.fileOf(sheet), added.join(''));
    }
  }

  /** The rows of a sheet, in the order in which they came. */
  async *of(sheet: SheetName): AsyncGenerator<object> {
    if ((this.counts.get(sheet) ?? 0) === 0) return;
    for await (const line of createInterface({ input: createReadStream(this.fileOf(sheet)), crlfDelay: Number.POSITIVE_INFINITY })) yield JSON.parse(line) as object;
  }

  async close(): Promise<void> {
    await rm(this.folder, { recursive: true, force: true });
  }

  private fileOf(sheet: SheetName): string {
    return join(this.folder, `${sheet}.jsonl`);
  }
}

function refuseAsTooMany({ events }: HistoryAsked, sheet: SheetName, most: number): never {
  const rule = `must come to no more than ${most.toLocaleString('en-GB')} rows on each sheet, which is what a spreadsheet holds; the sheet ${sheet} would have more`;
  return refuse('--events', String(events), rule, 'Ask for fewer entries, or name a folder: it gets a folder of CSVs for each import.');
}
