import { read, CFB } from '@e965/xlsx';
import { describeSpreadsheetWriter } from '../write-spreadsheet.conformance.js';
import type { WrittenWorkbook } from '../written-workbook.js';
import { writeOds } from './write-ods.js';

describeSpreadsheetWriter('ODS', writeOds);

/** A part of the file, as text. */
async function part(workbook: WrittenWorkbook, name: string): Promise<string> {
  const found = CFB.find(CFB.read(Buffer.from(await writeOds(workbook)), { type: 'buffer' }), name);
  return Buffer.from(found!.content as Uint8Array).toString();
}

describe('An ODS', () => {
  const workbook: WrittenWorkbook = {
    title: 'A template',
    sheets: [
      {
        name: 'deliveries',
        columns: [{ width: 20, format: 'text' }, { width: 12, format: 'date', hidden: true }],
        frozenRows: 1,
        rows: [{ cells: [{ text: 'reference', style: 'required heading' }] }],
        dropDowns: [
          { column: 0, rows: [2, 2000], choices: ['yes', 'no, never'] },
          { column: 1, rows: [3, 9], choices: { sheet: 'the list', column: 0, rows: [1, 12] } },
        ],
      },
      { name: 'the list', columns: [], rows: [] },
    ],
  };

  it('says what it is at its start, uncompressed', async () => {
    const file = Buffer.from(await writeOds(workbook));
    expect(file.subarray(30, 84).toString()).toBe('mimetypeapplication/vnd.oasis.opendocument.spreadsheet');
  });

  it('has drop-downs, from a list or from cells, at the cells of their rows and at no others', async () => {
    const content = await part(workbook, '/content.xml');
    const conditions = [...content.matchAll(/table:condition="([^"]*)"/g)].map(([, condition]) => condition!.replaceAll('&quot;', '"'));
    expect(conditions).toEqual(['of:cell-content-is-in-list("yes";"no, never")', "of:cell-content-is-in-list([$'the list'.$A$1:.$A$12])"]);
    const rows = [...content.matchAll(/<table:table-row[^>]*?(?:number-rows-repeated="(\d+)")?>(.*?)<\/table:table-row>/g)];
    const offered = rows.map(([, repeated = '1', cells]) => [Number(repeated), ...[...cells!.matchAll(/content-validation-name="([^"]*)"/g)].map(([, name]) => name)]);
    expect(offered).toEqual([[1], [1, 'choices-1-1'], [7, 'choices-1-1', 'choices-1-2'], [1991, 'choices-1-1'], [1]]);
  });

  it('has widths, hidden columns, frozen rows and formats', async () => {
    const content = await part(workbook, '/content.xml');
    // 165 and 101 pixels at 96 to the inch.
    expect(content).toContain('<style:style style:name="w-20" style:family="table-column"><style:table-column-properties style:column-width="4.366cm"/>');
    expect(content).toContain('<table:table-column table:style-name="w-12" table:default-cell-style-name="c-plain-date" table:visibility="collapse"/>');
    const settings = await part(workbook, '/settings.xml');
    expect(settings).toMatch(/config:name="deliveries">.*"VerticalSplitMode" config:type="short">2<.*"VerticalSplitPosition" config:type="int">1<.*config:name="the list"><\/config/);
  });

  it('shows control characters as the signs for them, and reads as one sheet with another library', async () => {
    const file = await writeOds({ title: '', sheets: [{ name: 's', columns: [], rows: [{ cells: [{ text: 'a\u0007b' }] }] }] });
    expect(read(file).Sheets['s']!['A1']).toMatchObject({ v: 'a␇b' });
  });
});
