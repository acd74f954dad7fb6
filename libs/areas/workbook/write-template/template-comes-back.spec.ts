import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { emptyGround } from '../../../../test/support/workbook.js';
import { importWorkbook } from '../import-workbook/import-workbook.js';
import { openWorkbook } from '../reader/open-workbook.js';
import { EXAMPLE } from '../sheets/guide/column-guide.js';
import { SPREADSHEET_FORMS, writeSpreadsheet } from '../write-spreadsheet/spreadsheet-form.js';
import type { WrittenRow, WrittenWorkbook } from '../write-spreadsheet/written-workbook.js';
import { templateWorkbook } from './template-workbook.js';

const folder = mkdtempSync(join(tmpdir(), 'svl-template-comes-back-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function imported(form: (typeof SPREADSHEET_FORMS)[number], workbook: WrittenWorkbook) {
  const path = join(folder, `workbook.${form}`);
  writeFileSync(path, await writeSpreadsheet(form, workbook));
  return importWorkbook(emptyGround(), { reader: await openWorkbook(path), commandId: 'import-1', actingAs: 'local operator', createAuthority: 'Fenmarch' });
}

/** The template with the example of each sheet once more below it, under names of its own: a workbook that is filled in. */
function filledIn(workbook: WrittenWorkbook): WrittenWorkbook {
  const own = ({ cells }: WrittenRow): WrittenRow => ({ cells: cells.map((cell) => cell && { ...cell, text: cell.text.replace(EXAMPLE, ''), style: 'plain' as const }) });
  const sheets = workbook.sheets.map((sheet) => {
    const rows = [...(sheet.rows as readonly WrittenRow[])];
    return sheet.name === 'how to' || sheet.name === 'about' ? sheet : { ...sheet, rows: [...rows, own(rows[1]!)] };
  });
  return { ...workbook, sheets };
}

describe.each(SPREADSHEET_FORMS)('The template as .%s', (form) => {
  it('sent back as it is, is a workbook without a row and without a warning', async () => {
    expect(await imported(form, templateWorkbook('fenmarch'))).toMatchObject({ status: 'unchanged', problems: [], warnings: [], held: [], counts: { rows: 0 } });
  });

  it('goes in once it is filled in, and its examples do not', async () => {
    expect(await imported(form, filledIn(templateWorkbook('fenmarch')))).toMatchObject({ status: 'accepted', problems: [], warnings: [], counts: { rows: 12, added: 12 } });
  });
});
