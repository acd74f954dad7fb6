import { odsAround, odsContent } from '../../../../../test/support/spreadsheets/ods-of.js';
import { memoryBytes } from '../files/byte-source.js';
import { rowsOf } from '../workbook-reader.conformance.js';
import { ZipArchive } from '../zip/zip-archive.js';
import { odsWorkbook } from './ods-workbook.js';

/** The cells of a first row whose XML is given, with styles before it. */
async function cellsOf(row: string, styles = '') {
  const content = odsContent({ sheets: [{ name: 'members', rows: [] }] });
  const bytes = odsAround(content.replace(/(<table:table-column\/>)/, `$1<table:table-row>${row}</table:table-row>`).replace('</office:automatic-styles>', `${styles}$&`));
  const source = memoryBytes(bytes);
  const reader = await odsWorkbook('workbook.ods', source, await ZipArchive.open(source), () => Promise.resolve(undefined));
  return (await rowsOf(reader, 'members'))[0]!.cells;
}

/** Every yes and no of the golden authority was refused, once LibreOffice had made ODS of XLSX: “must be yes or no (found “1”)”. */
it('A number that is shown as TRUE or FALSE is yes or no', async () => {
  const row = ['1', '0'].map((value) => `<table:table-cell table:formula="of:=${value === '1'}()" office:value-type="float" office:value="${value}"><text:p>${value === '1' ? 'TRUE' : 'FALSE'}</text:p></table:table-cell>`).join('');
  expect((await cellsOf(row)).map(({ typed }) => typed)).toEqual([{ kind: 'yes or no', yes: true }, { kind: 'yes or no', yes: false }]);
});

it('A number in a style of percentages is a percentage, though the cell does not say so: hucre writes it thus', async () => {
  const styles = '<number:percentage-style style:name="N1"><number:number/><number:text>%</number:text></number:percentage-style><style:style style:name="ce1" style:family="table-cell" style:data-style-name="N1"/>';
  const row = '<table:table-cell table:style-name="ce1" office:value-type="float" office:value="0.12"><text:p>0.12</text:p></table:table-cell>';
  expect(await cellsOf(row, styles)).toEqual([{ text: '12%', typed: { kind: 'number', decimal: '12', percentage: true } }]);
});

it('What lies under merged cells, in notes, in drawings and in tables within cells is not read', async () => {
  const row =
    '<table:table-cell office:value-type="string" table:number-columns-spanned="2"><office:annotation><text:p>a note</text:p></office:annotation><text:p>seen</text:p>' +
    '<draw:frame><draw:text-box><text:p>drawn</text:p></draw:text-box></draw:frame><table:table table:name="inner"><table:table-row><table:table-cell><text:p>inner</text:p></table:table-cell></table:table-row></table:table></table:table-cell>' +
    '<table:covered-table-cell office:value-type="string"><text:p>covered</text:p></table:covered-table-cell><table:table-cell office:value-type="string"><text:p>after</text:p></table:table-cell>';
  expect(await cellsOf(row)).toEqual([{ text: 'seen' }, { text: '' }, { text: 'after' }]);
});
