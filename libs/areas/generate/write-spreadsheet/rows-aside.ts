import { createReadStream } from 'node:fs';
import { appendFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { MOST_ROWS, SHEET_NAMES, type SheetName } from '#areas/workbook/index.js';
import { refuse } from '#domain/kernel/refusal.js';
import type { HistoryAsked } from '../asked.js';
import type { MadeRow } from '../history/made-row.js';

/**
 * Rows that wait for their sheet. They are made contract by contract and written sheet by sheet; in between they lie in
 * a file for each sheet of a temporary folder, so that memory holds one group of contracts however many there are.
 */
export class RowsAside {
  private count = 0;
  private readonly sheets = new Set<SheetName>();

  private constructor(
    private readonly folder: string,
    private readonly asked: HistoryAsked,
    private readonly most: number,
  ) {}

  /** @param most rows of the workbook: as many as an import takes */
  static async open(asked: HistoryAsked, most = MOST_ROWS): Promise<RowsAside> {
    return new RowsAside(await mkdtemp(join(tmpdir(), 'svl-generate-')), asked, most);
  }

  /** @throws Refusal no import would take them all */
  async put(rows: readonly MadeRow[]): Promise<void> {
    const lines = new Map<SheetName, string[]>(SHEET_NAMES.map((sheet) => [sheet, []]));
    this.count += rows.length;
    if (this.count > this.most) refuseAsTooMany(this.asked, this.most);
    for (const { sheet, values } of rows) lines.get(sheet)!.push(`${JSON.stringify(values)}\n`);
    for (const [sheet, added] of lines) {
      if (added.length === 0) continue;
      this.sheets.add(sheet);
      await appendFile(this.fileOf(sheet), added.join(''));
    }
  }

  /** The rows of a sheet, in the order in which they came. */
  async *of(sheet: SheetName): AsyncGenerator<object> {
    if (!this.sheets.has(sheet)) return;
    for await (const line of createInterface({ input: createReadStream(this.fileOf(sheet)), crlfDelay: Number.POSITIVE_INFINITY })) yield JSON.parse(line) as object;
  }

  async close(): Promise<void> {
    await rm(this.folder, { recursive: true, force: true });
  }

  private fileOf(sheet: SheetName): string {
    return join(this.folder, `${sheet}.jsonl`);
  }
}

function refuseAsTooMany({ events }: HistoryAsked, most: number): never {
  const rule = `must come to no more than ${most.toLocaleString('en-GB')} rows in all sheets together, which is what an import takes of one workbook`;
  return refuse('--events', String(events), rule, 'Ask for fewer entries, or name a folder: it gets a folder of CSVs for each import.');
}
