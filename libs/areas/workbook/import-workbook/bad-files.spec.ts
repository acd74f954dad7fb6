import { emptyGround, filesOf, smallWorkbook, type StatedWorkbook } from '../../../../test/support/workbook.js';
import type { ImportRequest } from './import-request.js';

const ground = emptyGround();
/** The workbook is refused; nothing at all was written. */
async function problemsOf(files: Parameters<typeof ground.importFiles>[0], over: Partial<ImportRequest> = {}) {
  const answer = await ground.importFiles(files, over);
  expect(answer).toMatchObject({ status: 'rejected', position: 0, counts: { events: 0 } });
  expect(await ground.ledger.head('fenmarch')).toBeUndefined();
  expect(await ground.directory.known('fenmarch', ['manager@x.example', 'local operator'])).toEqual(new Map());
  return answer.problems;
}
const about = (...pairs: [string, string][]): StatedWorkbook => ({ ...smallWorkbook, about: pairs.map(([key, value]) => ({ key, value })) });
const right: [string, string][] = [['template', 'social-value-ledger'], ['version', '1'], ['authority', 'fenmarch']];
/** The files of the small workbook with one given in other bytes. */
const withFile = (fileName: string, bytes: string | Uint8Array) => [
  ...filesOf(smallWorkbook).filter((file) => file.fileName !== fileName),
  { fileName, bytes: Buffer.from(bytes) },
];

describe('What a file says of itself comes first', () => {
  it('and is needed', async () => {
    const [problem, ...others] = await problemsOf(filesOf(smallWorkbook).filter(({ fileName }) => fileName !== 'about.csv'));
    expect(problem).toMatchObject({ sheet: 'about', row: null, column: '', rule: 'must be there: it says what the file is and whose' });
    expect(others).toEqual([]);
  });

  it.each<[string, [string, string][], object]>([
    ['another template', [['template', 'toms'], ...right.slice(1)], { row: 2, column: 'value', value: 'toms', rule: 'must be social-value-ledger', cells: ['B2'] }],
    ['another version', [right[0]!, ['version', '2'], right[2]!], { row: 3, column: 'value', value: '2', rule: 'must be 1, the version that is read here' }],
    ['another authority', [...right.slice(0, 2), ['authority', 'wexcombe']], { row: 4, value: 'wexcombe', rule: 'must be fenmarch, the authority that it is imported for' }],
    ['no authority', right.slice(0, 2), { row: null, column: 'authority', rule: 'must be among the keys' }],
    ['a blank authority', [...right.slice(0, 2), ['authority', '']], { row: 4, rule: 'must be fenmarch, the authority that it is imported for' }],
    ['an unknown key', [...right, ['autority', 'x']], { row: 5, column: 'key', value: 'autority', rule: 'must be a key of the sheet about' }],
    ['a key twice', [...right, ['Version', '1']], { row: 5, column: 'key', rule: 'must not come twice' }],
  ])('%s is refused, and rows are not looked at', async (_name, pairs, problem) => {
    const found = await problemsOf(filesOf({ ...about(...pairs), contracts: [{ reference: '' }] }), { authority: 'fenmarch' });
    expect(found).toEqual([expect.objectContaining({ sheet: 'about', ...problem })]);
  });

  it('and where it is wrong, the answer still says where the ledger that was asked for stands', async () => {
    const standing = emptyGround();
    const { position } = await standing.import(smallWorkbook);
    const nameless = filesOf(smallWorkbook).filter(({ fileName }) => fileName !== 'about.csv');
    expect(await standing.importFiles(nameless, { authority: 'fenmarch' })).toMatchObject({ status: 'rejected', position });
  });

  it('names an authority that is kept here, or one to be created under a proper code', async () => {
    expect(await problemsOf(filesOf(smallWorkbook), { createAuthority: undefined })).toEqual([
      expect.objectContaining({ sheet: 'about', value: 'fenmarch', rule: 'must be the code of an authority that is kept here' }),
    ]);
    expect(await problemsOf(filesOf(about(right[0]!, right[1]!, ['authority', 'Fen Marsh!'])))).toEqual([
      expect.objectContaining({ value: 'Fen Marsh!', rule: 'must be 2 to 40 lower-case letters, digits and hyphens' }),
    ]);
  });
});

describe('A sheet that cannot be read refuses the whole file', () => {
  it.each<[string, string | Uint8Array, object]>([
    ['an empty file', '', { row: null, rule: 'must not be empty' }],
    ['a header of spaces', ' , ,\n', { rule: 'must not be empty' }],
    ['Windows-1252', Buffer.from('reference,title\nC01,\xa3 and caf\xe9\n', 'latin1'), { row: 2, value: 'C01,£ and café', rule: expect.stringContaining('Windows-1252') as string }],
    ['UTF-16', Buffer.from('\ufeffreference,title\n', 'utf16le'), { rule: 'must be saved in UTF-8; this one is in UTF-16' }],
    ['semicolons', 'reference;title;directorate\nC01;x;y\n', { row: 1, rule: 'must separate its columns by commas; this one uses semicolons' }],
    ['half of a surrogate pair', Buffer.from([0x61, 0x2c, 0x62, 0x0a, 0xed, 0xa0, 0x80, 0x0a]), { row: 2, rule: 'must not hold half of a surrogate pair' }],
  ])('%s', async (_name, bytes, problem) => {
    const found = await problemsOf(withFile('contracts.csv', bytes));
    expect(found).toEqual([expect.objectContaining({ sheet: 'contracts', ...problem })]);
  });

  const header = 'reference,title,directorate,provider,manager,starts_on,ends_on,value_gbp,reporting';
  it.each<[string, string, object]>([
    ['an unknown column', `${header},regiem`, { column: 'regiem', value: 'regiem', rule: 'must be a column of the sheet contracts', cells: ['J1'] }],
    ['a column named twice', `${header},Title`, { column: 'Title', rule: 'must not be named twice', cells: ['J1'] }],
    ['a column that is missing', header.replace(',value_gbp', ''), { column: 'value_gbp', value: '', rule: 'must be a column of this sheet', cells: ['1:1'] }],
  ])('%s', async (_name, columns, problem) => {
    expect(await problemsOf(withFile('contracts.csv', `${columns}\n`))).toEqual([expect.objectContaining({ sheet: 'contracts', row: 1, ...problem })]);
  });

  it('a sheet that comes twice', async () => {
    const found = await problemsOf([...filesOf(smallWorkbook), { fileName: 'Returns.CSV', bytes: Buffer.from('contract\n') }]);
    expect(found).toContainEqual(expect.objectContaining({ sheet: 'returns', rule: 'must not come twice' }));
  });

  /** The first went in, the second was dropped, and years were closed over it. */
  it.each(['deliveries', 'closed_years', 'break_clauses'])('a sheet that comes twice, both of them in order: %s', async (sheet) => {
    const bytes = filesOf(smallWorkbook).find(({ fileName }) => fileName === `${sheet}.csv`)!.bytes;
    const other = `${sheet.replace('_', ' ').toUpperCase()}.csv`;
    expect(await problemsOf([...filesOf(smallWorkbook), { fileName: other, bytes }])).toEqual([expect.objectContaining({ sheet, row: null, value: expect.stringContaining('.csv') as string, rule: 'must not come twice', fix: 'Keep one of the two.' })]);
  });

  it('a sheet about that comes twice', async () => {
    const bytes = filesOf(smallWorkbook).find(({ fileName }) => fileName === 'about.csv')!.bytes;
    expect(await problemsOf([...filesOf(smallWorkbook), { fileName: 'About.csv', bytes }])).toEqual([expect.objectContaining({ sheet: 'about', row: null, rule: 'must not come twice' })]);
  });
});
