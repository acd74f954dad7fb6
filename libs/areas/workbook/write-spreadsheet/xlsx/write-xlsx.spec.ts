import { readXlsx } from 'hucre/xlsx';
import { describeSpreadsheetWriter } from '../write-spreadsheet.conformance.js';
import { writeXlsx } from './write-xlsx.js';

describeSpreadsheetWriter('XLSX', writeXlsx);

describe('An XLSX', () => {
  it('has widths, hidden columns, frozen rows, formats and drop-downs, from a list or from cells', async () => {
    const file = await writeXlsx({
      title: 'A template',
      sheets: [
        {
          name: 'deliveries',
          columns: [{ width: 24, format: 'text' }, { width: 12, format: 'date', hidden: true }],
          frozenRows: 1,
          rows: [{ cells: [{ text: 'reference', style: 'required heading' }, { text: '', style: 'marked' }] }],
          dropDowns: [
            { column: 0, rows: [2, 2000], choices: ['yes', 'no'] },
            { column: 1, rows: [2, 9], choices: { sheet: 'the list', column: 0, rows: [1, 12] } },
          ],
        },
        { name: 'the list', columns: [], rows: [] },
      ],
    });
    const [sheet] = (await readXlsx(file, { readStyles: true })).sheets;
    expect(sheet!.columns!.map(({ width, hidden }) => [width, hidden ?? false])).toEqual([[24, false], [12, true]]);
    expect(sheet!.freezePane).toEqual({ rows: 1 });
    expect(sheet!.dataValidations).toMatchObject([
      { type: 'list', range: 'A2:A2000', values: ['yes', 'no'], errorStyle: 'warning' },
      { type: 'list', range: 'B2:B9', formula1: "'the list'!$A$1:$A$12" },
    ]);
    expect(sheet!.cells!.get('0,0')!.style).toMatchObject({ font: { bold: true }, numFmt: '@' });
    expect(sheet!.cells!.get('0,1')!.style).toMatchObject({ fill: { fgColor: { rgb: 'FBD3CF' } }, numFmt: 'dd/mm/yyyy' });
  });

  it('keeps characters that XML cannot hold, and texts that look as they are written', async () => {
    const cells = ['a\u0007b', 'one\r\ntwo', '_x000D_', '_xyz_'].map((text) => ({ text }));
    const file = await writeXlsx({ title: '', sheets: [{ name: 's', columns: [], rows: [{ cells }] }] });
    expect((await readXlsx(file)).sheets[0]!.rows).toEqual([['a\u0007b', 'one\r\ntwo', '_x000D_', '_xyz_']]);
  });

  it('refuses to offer choices that Excel would take apart', async () => {
    const sheet = { name: 's', columns: [], rows: [], dropDowns: [{ column: 0, rows: [2, 3] as const, choices: ['one, two'] }] };
    await expect(writeXlsx({ title: '', sheets: [sheet] })).rejects.toThrow('255 characters without commas');
  });
});
