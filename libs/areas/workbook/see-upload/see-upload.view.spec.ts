import type { Frame } from '#areas/overview/index.js';
import type { ImportAnswer, WorkbookProblem } from '../import-workbook/import-answer.js';
import type { StatedUpload } from '../uploaded-workbooks/upload-state.js';
import { type SeeUploadParts, seeUploadView } from './see-upload.view.js';

const frame: Frame = { code: 'fenmarch', head: { authority: 'fenmarch', name: 'Fenmarch', position: 160, recordedAt: null }, authority: { code: 'fenmarch', name: 'Fenmarch' }, navigation: [], notices: [] };
const uploaded = { id: 'UP-0123456789abcdef', actor: 'person-1', uploadedAt: '2026-05-20T13:05:00.000Z', files: ['starters.pdf', 'Contracts.xlsx', 'about.csv'] };
const counts = { rows: 23, added: 14, changed: 1, unchanged: 0, held: 7, refused: 1, absent: 0, events: 30 };
const problem = (over: Partial<WorkbookProblem> = {}): WorkbookProblem => ({ sheet: 'targets', row: 3, column: 'quantity', value: 'a lot', rule: 'must be a number', fix: 'Give the number.', cells: ['D3'], ...over });
const answer: ImportAnswer = {
  status: 'accepted in part',
  position: 160,
  counts,
  bySheet: [
    { sheet: 'contracts', rows: 2, added: 1, changed: 0, unchanged: 0, held: 1, refused: 0, absent: 0 },
    { sheet: 'returns', rows: 0, added: 0, changed: 0, unchanged: 0, held: 0, refused: 0, absent: 0 },
  ],
  held: [
    { sheet: 'contracts', reference: 'C02', rows: 7, because: [{ sheet: 'targets', row: 3 }] },
    { sheet: 'closed_years', reference: '2023/24', rows: 1 },
  ],
  absent: [{ sheet: 'members', reference: 'C01, P02' }],
  warnings: [problem({ rule: 'is worth £512,000.00', fix: 'Check the figure.' })],
  problems: [problem()],
};
const stated: StatedUpload = { uploaded, state: 'ready to confirm', confirmed: false, answer: { status: 'accepted in part', counts }, progress: null, failure: null };
const seen = (over: Partial<StatedUpload> = {}, parts: Partial<SeeUploadParts> = {}) =>
  seeUploadView({ frame, stated: { ...stated, ...over }, answer, options: { allOrNothing: false, kind: null, reason: null }, pages: {}, refreshes: true, annotates: true, ...parts });
const texts = (table: { rows: readonly { cells: readonly { text: string }[] }[] } | undefined) => table?.rows.map(({ cells }) => cells.map(({ text }) => text));

describe('An upload that can be confirmed', () => {
  it('is called by the file that says most, and says what would go in', () => {
    const view = seen();
    expect(view.uploaded).toBe('Contracts.xlsx and 2 more files, uploaded on 20 May 2026 at 2:05pm');
    expect(view.lead).toEqual([
      'Nothing is recorded yet. If you confirm, 14 new rows and 1 changed row will go in.',
      '1 contract is held back whole, because 1 row must be mended. You can import the rest now and those later, or mend the workbook first.',
      'One thing in the workbook is worth a look before you confirm: see “Worth a look” below.',
    ]);
    expect(view.confirm).toEqual({ action: '/authorities/fenmarch/imports/UP-0123456789abcdef', until: '27 May 2026 at 2:05pm', text: 'Import these rows' });
  });

  it('counts rows sheet by sheet, and all of them, in a column for each thing that becomes of any', () => {
    const { counts: table } = seen();
    expect(table!.columns.map(({ heading }) => heading)).toEqual(['Sheet', 'New', 'Changed', 'Held back', 'To be mended']);
    expect(texts(table)).toEqual([['contracts', '1', '0', '1', '0']]);
    expect(table!.total!.cells.map(({ text }) => text)).toEqual(['All sheets', '14', '1', '7', '1']);
  });

  it('says why a contract is held back, by its row and what is wrong there', () => {
    expect(texts(seen().held?.table)).toEqual([
      ['C02', '7', 'targets, row 3: quantity must be a number.'],
      ['Closing of 2023/24', '1', expect.stringContaining('A year is closed only when nothing is held back')],
    ]);
  });

  it('shows what changed rows said before and say now; of words about people, that they changed', () => {
    const cell = { sheet: 'deliveries', row: 7, reference: 'D006', column: 'quantity', cell: 'F7', before: '12', now: '21' };
    const contract = { sheet: 'contracts', row: 2, reference: 'C01' };
    const typed = [{ ...contract, column: 'ends_on', cell: 'G2', before: '2027-03-31', now: '2028-03-31' }, { ...contract, column: 'value_gbp', cell: 'H2', before: '950000', now: '12500000.5' }];
    const changes = [...typed, cell, { ...cell, column: 'description', cell: 'L7', before: null, now: 'Ten starters' }, { ...cell, column: 'item', cell: '7:7', before: 'yes', now: '' }];
    const { changes: found } = seen({}, { answer: { ...answer, changes } });
    expect(found?.table.caption).toBe('What would change');
    expect(texts(found?.table)).toEqual([
      ['C01 (contracts, G2)', 'ends_on', '31/03/2027', '31/03/2028'],
      ['C01 (contracts, H2)', 'value_gbp', '950,000', '12,500,000.5'],
      ['D006 (deliveries, F7)', 'quantity', '12', '21'],
      ['D006 (deliveries, L7)', 'description', '(words about people, kept with the entry only)', 'Ten starters'],
      ['D006 (deliveries, row 7)', 'item', 'yes', '(nothing)'],
    ]);
    expect(seen({ state: 'in' }, { answer: { ...answer, changes } }).changes?.table.caption).toBe('What changed');
    expect(seen().changes).toBeUndefined();
  });

  it('says of how many rows it shows the first thousand cells', () => {
    const changes = Array.from({ length: 1_000 }, (_, index) => ({ sheet: 'targets', row: index + 2, reference: `K${index}`, column: 'quantity', cell: `D${index + 2}`, before: '1', now: '2' }));
    expect(seen({}, { answer: { ...answer, changes, counts: { ...counts, changed: 1_400 } } }).changes?.table.caption).toBe('What would change: the first 1,000 cells, of 1,400 rows: 1 to 100 of 1,000');
  });

  it('says so when the ledger has moved on', () => {
    const moved = { ...frame, head: { ...frame.head, position: 163 } };
    expect(seen({}, { frame: moved }).lead.at(-1)).toBe('Since this check 3 entries were recorded. When you confirm, every row is looked at again.');
  });
});

describe('What is found in an upload', () => {
  it('is told with its place, what was found, the rule and the fix', () => {
    const problems = [
      problem({ cells: ['D3', 'D7'] }),
      problem({ sheet: '', row: null, column: '', value: '', rule: 'must hold a workbook', fix: 'Give one.', cells: [] }),
      problem({ sheet: 'about', row: null, column: 'version', value: '', rule: 'must be among the keys', fix: 'Add it.', cells: [] }),
      problem({ row: 12, column: '', value: 'x', rule: 'must stand under a column name', fix: 'Name it.', cells: ['12:12'] }),
      problem({ cells: Array.from({ length: 1_025 }, (_, index) => `D${index + 2}`) }),
    ];
    const [first, file, about, row, many] = texts(seen({}, { answer: { ...answer, problems } }).problems?.table)!;
    expect(first).toEqual(['targets: D3, D7', 'a lot', 'quantity must be a number', 'Give the number.']);
    expect(file).toEqual(['The file', '(nothing)', 'The file must hold a workbook', 'Give one.']);
    expect(about).toEqual(['about', '(nothing)', 'version must be among the keys', 'Add it.']);
    expect(row![0]).toBe('targets: row 12');
    expect(row![2]).toBe('The row must stand under a column name');
    expect(many![0]).toMatch(/^targets: D2, D3, .*, D21 and 1,005 more$/);
  });

  it('is told a hundred at a time, and the other tables stay where they are', () => {
    const problems = Array.from({ length: 1_234 }, (_, index) => problem({ row: index + 2, cells: [`D${index + 2}`] }));
    const view = seen({}, { answer: { ...answer, problems }, pages: { problems: '2', warnings: '1' } }).problems!;
    expect(view.table.caption).toBe('To be mended: 101 to 200 of 1,234');
    expect(texts(view.table)![0]![0]).toBe('targets: D102');
    expect(view.previous).toEqual({ text: 'Previous', label: '1 to 100 of 1,234', href: '/authorities/fenmarch/imports/UP-0123456789abcdef?problems=1&warnings=1#problems' });
    expect(view.next?.label).toBe('201 to 300 of 1,234');
    const last = seen({}, { answer: { ...answer, problems }, pages: { problems: '999' } }).problems!;
    expect([texts(last.table)!.length, last.next]).toEqual([34, undefined]);
    expect(seen({}, { answer: { ...answer, problems }, pages: { problems: 'x' } }).problems!.table.caption).toContain('1 to 100');
  });
});

describe('An upload under way', () => {
  it('says how far it is, and can be told to stand still', () => {
    const going = { state: 'being checked', progress: { done: 4_000, of: 10_000 }, answer: null } as const;
    expect(seen(going, { answer: undefined }).progress).toEqual({
      ...{ label: 'Rows checked', done: 4_000, of: 10_000, text: '4,000 of 10,000 rows', refreshes: true },
      otherwise: { text: 'Stop this page asking again by itself', href: '/authorities/fenmarch/imports/UP-0123456789abcdef?refresh=no' },
    });
    expect(seen(going, { answer: undefined, refreshes: false }).progress).toMatchObject({ refreshes: false, otherwise: { text: 'Look again' } });
    expect(seen({ ...going, progress: null }, { answer: undefined }).progress).toMatchObject({ of: undefined, text: 'Waiting for its turn, or reading the file.' });
  });
});

describe('An upload that is done with', () => {
  it('that is in says under which entries, and where to look', () => {
    const view = seen({ state: 'in', confirmed: true }, { answer: { ...answer, position: 190, problems: [], held: [], warnings: [] } });
    expect(view.done).toEqual({ title: 'Imported', reference: 'Entries 161 to 190' });
    expect(view.lead).toEqual(['14 new rows and 1 changed row went in, as 30 entries of the ledger.']);
    expect(view.links.map(({ href }) => href)).toEqual(['/authorities/fenmarch/contracts', '/authorities/fenmarch', '/authorities/fenmarch/differences?from=160&to=190', '/authorities/fenmarch/imports/new']);
    expect([view.again, view.confirm]).toEqual([undefined, undefined]);
  });

  it('that is in as the first of its ledger is compared with nothing', () => {
    const view = seen({ state: 'in', confirmed: true }, { answer: { ...answer, position: 30 } });
    expect(view.links.map(({ text }) => text)).not.toContain('See what this import changed in the figures');
  });

  it('that broke off says what is known, and nothing that only programs understand', () => {
    const broken = (failure: string, confirmed: boolean) => seen({ state: 'broken off', failure, confirmed, answer: null }, { answer: undefined }).lead.join(' ');
    expect(broken('It was left behind.', false)).toBe('It was left behind. Nothing was recorded. Upload the workbook again.');
    expect(broken('Send it again under a new Idempotency-Key.', true)).toMatch(/^Something went wrong on our side\. It goes in whole or not at all/);
  });

  it('that has no row at all is told to be filled in', () => {
    const none = { ...counts, rows: 0, added: 0, changed: 0, held: 0, refused: 0, events: 0 };
    const view = seen({ state: 'nothing new' }, { answer: { ...answer, status: 'unchanged', counts: none, problems: [], held: [] } });
    expect([view.title, view.lead, view.again?.file.label]).toEqual(['There is nothing in this workbook', ['It has no row on any sheet. Fill it in, and upload it again.'], 'Upload it again']);
    expect(seen({ state: 'nothing new' }, { answer: { ...answer, status: 'unchanged', problems: [] } }).again).toBeUndefined();
  });

  it('that is no workbook is told apart from one in which nothing is in order', () => {
    const none = { ...counts, rows: 0, added: 0, changed: 0, held: 0, refused: 0, events: 0 };
    const whole = problem({ sheet: '', row: null, column: '', cells: [] });
    const view = seen({ state: 'refused' }, { answer: { ...answer, counts: none, problems: [whole] } });
    expect([view.title, view.annotatedHref]).toEqual(['This is not a workbook that can be imported', undefined]);
    expect(seen({ state: 'refused' }).annotatedHref).toBe('/authorities/fenmarch/imports/UP-0123456789abcdef/marked-copy');
    expect(seen({ state: 'refused' }).title).toBe('Nothing can go in yet');
  });
});
