import type { SheetRow, WorkbookReader } from './workbook-reader.js';

/** Sheets as a test states them: by name, their rows as texts. */
export type StatedSheets = Readonly<Record<string, readonly (readonly string[])[]>>;

export interface StatedWorkbook {
  readonly sheets: StatedSheets;
  readonly beside?: Readonly<Record<string, string>>;
}

export async function rowsOf(reader: WorkbookReader, sheet: string): Promise<SheetRow[]> {
  const source = (await reader.sheets()).find(({ name }) => name === sheet);
  if (!source) throw new Error(`There is no sheet ${sheet}.`);
  const rows: SheetRow[] = [];
  for await (const row of source.rows()) rows.push(row);
  return rows;
}

/** What every reader keeps, whatever file it reads. */
export function describeWorkbookReader(adapter: string, make: (stated: StatedWorkbook) => Promise<WorkbookReader>): void {
  describe(`A workbook from ${adapter}`, () => {
    it('has its sheets by name, with every row, numbered as a spreadsheet does', async () => {
      const reader = await make({ sheets: { contracts: [['reference', 'title'], ['C01', 'School'], ['', ''], ['C02', 'Care']], targets: [['commitment']] } });
      expect((await reader.sheets()).map(({ name }) => name).sort()).toEqual(['contracts', 'targets']);
      const rows = await rowsOf(reader, 'contracts');
      expect(rows.map(({ number }) => number)).toEqual([1, 2, 4]);
      expect(rows[2]!.cells.map(({ text }) => text)).toEqual(['C02', 'Care']);
      expect(await rowsOf(reader, 'contracts')).toEqual(rows);
    });

    it('keeps every character of a cell', async () => {
      const cells = ['a, b', 'say "so"', 'two\nlines', '王小明 🏗️ مركز', "=1+1'", ' padded '];
      const reader = await make({ sheets: { contracts: [['a', 'b', 'c', 'd', 'e', 'f'], cells] } });
      expect((await rowsOf(reader, 'contracts'))[1]!.cells.map(({ text }) => text)).toEqual(cells);
    });

    it('hands out the files beside it by their plain names, and nothing from elsewhere', async () => {
      const reader = await make({ sheets: { contracts: [['reference']] }, beside: { 'starters.pdf': 'so many' } });
      const chunks: Uint8Array[] = [];
      for await (const chunk of (await reader.fileBeside('starters.pdf'))!) chunks.push(chunk);
      expect(Buffer.concat(chunks).toString()).toBe('so many');
      for (const name of ['leavers.pdf', '../starters.pdf', '/etc/passwd', '', '.']) expect(await reader.fileBeside(name)).toBeUndefined();
    });

    it('has one hash for one content', async () => {
      const one = await make({ sheets: { contracts: [['reference'], ['C01']] } });
      const same = await make({ sheets: { contracts: [['reference'], ['C01']] } });
      const other = await make({ sheets: { contracts: [['reference'], ['C02']] } });
      const named = await make({ sheets: { providers: [['reference'], ['C01']] } });
      expect(await one.contentHash()).toMatch(/^[0-9a-f]{64}$/);
      expect(await same.contentHash()).toBe(await one.contentHash());
      expect(new Set([await one.contentHash(), await other.contentHash(), await named.contentHash()]).size).toBe(3);
    });
  });
}
