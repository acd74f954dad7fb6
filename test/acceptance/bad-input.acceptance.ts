import fc from 'fast-check';
import type { ImportAnswer, UploadedPart, WorkbookProblem } from '#areas/workbook/index.js';
import type { Reply } from '../support/area-app.js';
import { aboutOf, type Council, council } from '../support/council.js';
import { filesOf, smallWorkbook, type StatedRow, type StatedWorkbook, withRow } from '../support/workbook.js';

/*
 * Whatever people type or machines send, by import and by API: it is taken in its plain meaning, or refused with an error that
 * names sheet, row, column, value, rule and fix. What is refused leaves nothing behind.
 */
const TODAY = '2026-06-30';
let badford: Council;
beforeAll(async () => {
  badford = await council('badford', TODAY);
  expect(await badford.import({ ...withoutAbout(smallWorkbook) })).toMatchObject({ status: 'accepted', problems: [] });
});
afterAll(async () => {
  expect((await badford.end())[0]!.entries).toBeGreaterThan(20);
});

function withoutAbout({ about: _, ...sheets }: StatedWorkbook): StatedWorkbook {
  return sheets;
}

/** The small workbook under references of its own, so that it comes in beside what was there before. */
let copies = 0;
function another(workbook: StatedWorkbook = smallWorkbook): StatedWorkbook {
  copies++;
  const anew = (value: string): string => value.replace(/^(P0|C0|M0|K0|D00|B)\d$/, (reference) => `${reference}x${copies}`);
  const renamed = (rows: readonly StatedRow[]) => rows.map((row) => Object.fromEntries(Object.entries(row).map(([column, value]) => [column, anew(value)])));
  const { closed_years: _, ...sheets } = withoutAbout(workbook);
  return Object.fromEntries(Object.entries(sheets).map(([sheet, rows]) => [sheet, renamed(rows)]));
}

const TABLES = ['ledger.event', 'ledger.command', 'ledger.reference', 'ledger.erasable_text', 'directory.person', 'workbook.imported_row'];

/** How much is recorded of the authority, table by table. */
async function recorded(): Promise<Record<string, number>> {
  const counts = TABLES.map((table) => `select '${table}' as name, count(*) as rows from ${table} where authority = $1`);
  const rows = await badford.world.database!.read(['badford'], (tx) => tx.query<{ name: string; rows: number }>(counts.join(' union all '), ['badford']));
  return Object.fromEntries(rows.map(({ name, rows: count }) => [name, count]));
}

/** Does something that must leave nothing behind. */
async function leavingNothing<Result>(work: () => Promise<Result>): Promise<Result> {
  const before = await recorded();
  const result = await work();
  expect(await recorded()).toEqual(before);
  return result;
}

/** Every problem says all that a person needs. */
function expectComplete(problems: readonly WorkbookProblem[]): void {
  for (const problem of problems) {
    expect(problem).toEqual({
      sheet: expect.any(String) as string,
      row: problem.row === null ? null : (expect.any(Number) as number),
      column: expect.any(String) as string,
      value: expect.any(String) as string,
      rule: expect.stringMatching(/^(must|lies|is|equals)\b/) as string,
      fix: expect.stringMatching(/^\S.*[.?]$/s) as string,
      cells: expect.any(Array) as string[],
    });
  }
}

/** The workbook is refused as a whole, with these problems and no other, and nothing is written. */
async function refused(files: readonly UploadedPart[], problems: readonly object[]): Promise<void> {
  const head = await badford.head();
  const answer = await leavingNothing(() => badford.importFiles(files, { allOrNothing: true, authority: 'badford' }));
  expect(answer).toMatchObject({ status: 'rejected', position: head, counts: { events: 0, added: 0, changed: 0 } });
  expectComplete(answer.problems);
  expect(answer.problems).toEqual(problems.map((problem) => expect.objectContaining(problem) as object));
}

const filesWith = (sheet: keyof StatedWorkbook, index: number, over: StatedRow): UploadedPart[] =>
  filesOf({ about: aboutOf('badford'), ...another(withRow(smallWorkbook, sheet, index, over)) });

describe('A workbook with one bad cell is refused at that cell', () => {
  const x = 'x'.repeat(301);
  it.each<[string, keyof StatedWorkbook, number, StatedRow, object]>([
    ['words for a number', 'targets', 0, { quantity: 'a dozen' }, { row: 2, column: 'quantity', value: 'a dozen', rule: 'must be a number' }],
    ['words for a date', 'contracts', 0, { starts_on: 'last spring' }, { column: 'starts_on', value: 'last spring' }],
    ['a number for yes or no', 'deliveries', 2, { item: '7' }, { row: 4, column: 'item', value: '7', rule: 'must be yes or no' }],
    ['a word that is no choice', 'measures', 0, { kind: 'headcount' }, { column: 'kind', value: 'headcount' }],
    ['a number too huge to be one', 'contracts', 0, { value_gbp: '9'.repeat(40) }, { column: 'value_gbp', rule: 'must have at most 15 digits before the decimal point' }],
    ['a quantity beyond any', 'deliveries', 0, { quantity: '10000000001' }, { column: 'quantity', value: '10000000001', rule: 'must lie within ±10,000,000,000' }],
    ['a value beyond any', 'deliveries', 0, { quantity: '9999999999' }, { column: 'quantity', value: '9999999999', rule: expect.stringContaining('£100,000 million') as string }],
    ['an exponent', 'deliveries', 0, { quantity: '1e9' }, { column: 'quantity', value: '1e9', rule: 'must be a number without an exponent' }],
    ['a unit that is worth nothing', 'measures', 2, { unit_value_gbp: '0' }, { column: 'unit_value_gbp', value: '0' }],
    ['a negative target', 'targets', 0, { quantity: '-12' }, { column: 'quantity', value: '-12', rule: 'must not be negative' }],
    ['a negative contract value', 'contracts', 0, { value_gbp: '-£1' }, { column: 'value_gbp', value: '-£1', rule: 'must not be negative' }],
    ['a date of long ago', 'contracts', 0, { starts_on: '1066-10-14' }, { column: 'starts_on', value: '1066-10-14', rule: 'must be a day that exists, in the years 1900 to 2199' }],
    ['a date far away', 'contracts', 0, { ends_on: '31/12/9999' }, { column: 'ends_on', value: '31/12/9999', rule: 'must be a day that exists, in the years 1900 to 2199' }],
    ['29 February of a year that has none', 'deliveries', 2, { from: '29/02/2025' }, { column: 'from', value: '29/02/2025', rule: 'must be a day that exists, in the years 1900 to 2199' }],
    ['a report of tomorrow', 'deliveries', 2, { reported_on: '2026-07-01' }, { column: 'reported_on', value: '2026-07-01', rule: 'must not be after today, 2026-06-30' }],
    ['an unknown measure', 'commitments', 0, { measure: 'M99' }, { row: 2, column: 'measure', value: 'M99' }],
    ['an unknown commitment', 'deliveries', 0, { commitment: 'K99' }, { column: 'commitment', value: 'K99', rule: 'must be a commitment of this authority' }],
    ['a name of 301 characters', 'providers', 0, { name: x }, { column: 'name', value: `${'x'.repeat(199)}…`, rule: 'must have at most 300 characters' }],
    ['NUL', 'providers', 0, { name: 'Bright\u0000well' }, { column: 'name', value: 'Bright␀well', rule: 'must not hold the character NUL' }],
    ['a formula for a number', 'targets', 0, { quantity: '=SUM(B2:B9)' }, { column: 'quantity', value: '=SUM(B2:B9)', rule: 'must be a number, not a formula' }],
    ['a percentage that may be two', 'measures', 0, { deadweight_percent: '0.62' }, { column: 'deadweight_percent', value: '0.62', fix: 'Write 0.62% or 62%, whichever is meant.' }],
    ['a blank where one is needed', 'contracts', 0, { directorate: '  ' }, { column: 'directorate', rule: 'must be filled' }],
  ])('%s', async (_what, sheet, index, over, problem) => {
    await refused(filesWith(sheet, index, over), [{ sheet, row: index + 2, ...problem }]);
  });

  it('shares that do not add to 100, at all the rows that make them', async () => {
    await refused(filesWith('members', 1, { share_percent: '30' }), [
      { sheet: 'members', row: 2, column: 'share_percent', value: '90', rule: 'must have shares that add to exactly 100', cells: ['C2', 'C3'] },
    ]);
  });

  it('a reference that stands twice in its sheet', async () => {
    await refused(filesWith('deliveries', 3, { ...smallWorkbook.deliveries[0] }), [
      { sheet: 'deliveries', row: 5, column: 'reference', rule: 'must not stand twice in the sheet; row 2 has the same reference' },
    ]);
  });

  it('a reference that another contract’s commitment has already', async () => {
    const taken = { reference: 'K01', contract: 'C02', measure: 'M02', basis: 'contract', bid_sentence: 'Again.' };
    const { status, problems } = await leavingNothing(() => badford.import({ commitments: [taken] }, { kind: 'variation', reason: 'It moved' }));
    expectComplete(problems);
    expect({ status, problems }).toEqual({ status: 'rejected', problems: [expect.objectContaining({ sheet: 'commitments', row: 2, column: 'contract', value: 'C02' })] });
  });
});

describe('A file that cannot be read for what it is refuses the whole workbook', () => {
  /** A sheet in other bytes. */
  const withBytes = (sheet: string, change: (text: string) => Uint8Array | string): UploadedPart[] =>
    filesOf({ about: aboutOf('badford'), ...another() }).map((part) =>
      part.fileName === `${sheet}.csv` ? { fileName: part.fileName, bytes: Buffer.from(change(Buffer.from(part.bytes).toString('utf8'))) } : part,
    );

  it.each<[string, string, (text: string) => Uint8Array | string, object]>([
    ['an unknown column', 'targets', (text) => text.replace('quantity', 'quantitty'), { row: 1, column: 'quantitty', value: 'quantitty', rule: 'must be a column of the sheet targets' }],
    ['an empty file', 'targets', () => '', { row: null, rule: 'must not be empty' }],
    ['Windows-1252', 'contracts', (text) => Buffer.from(text.replace('Schools', 'Café'), 'latin1'), { row: 2, rule: expect.stringContaining('must be saved in UTF-8') as string }],
    ['semicolons for commas', 'targets', (text) => text.replaceAll(',', ';'), { row: 1, rule: 'must separate its columns by commas; this one uses semicolons' }],
    ['a lone surrogate', 'targets', (text) => Buffer.concat([Buffer.from(text), Buffer.from([0xed, 0xa0, 0xbd]), Buffer.from(',,,\n')]), { rule: 'must not hold half of a surrogate pair' }],
    ['UTF-16', 'targets', (text) => Buffer.from(`\ufeff${text}`, 'utf16le'), { rule: 'must be saved in UTF-8; this one is in UTF-16' }],
    ['a quotation mark that never closes', 'targets', (text) => `${text}"K01,`, { rule: 'must close every quotation mark that opens a cell' }],
  ])('%s', async (_what, sheet, change, problem) => {
    const answer = await leavingNothing(() => badford.importFiles(withBytes(sheet, change)));
    expect(answer).toMatchObject({ status: 'rejected', counts: { events: 0 } });
    expectComplete(answer.problems);
    expect(answer.problems).toContainEqual(expect.objectContaining({ sheet, ...problem }));
  });

  it('a missing `about`', async () => {
    await refused(filesOf(another()), [{ sheet: 'about', row: null, column: '', rule: 'must be there: it says what the file is and whose' }]);
  });

  it('the wrong authority', async () => {
    await refused(filesOf({ about: aboutOf('wexcombe'), ...another() }), [
      { sheet: 'about', row: 4, column: 'value', value: 'wexcombe', rule: 'must be badford, the authority that it is imported for' },
    ]);
  });
});

describe('What has a plain meaning is taken in it', () => {
  /** The fields of the events of a contract, as its timeline tells them. */
  async function told(contract: string): Promise<readonly { readonly field: string; readonly value: string }[]> {
    const { items } = await badford.ask<{ items: { facts: { field: string; value: string }[] }[] }>(`contracts/${contract}/timeline`, { limit: '200' });
    return items.flatMap(({ facts }) => facts);
  }

  it.each<[string, keyof StatedWorkbook, number, StatedRow, string, string, string]>([
    ['a title of 300 characters', 'contracts', 1, { title: 'é'.repeat(300) }, 'C02', 'terms.title', 'é'.repeat(300)],
    ['emoji', 'contracts', 1, { title: 'Schools 👩🏽‍🏫🏗️' }, 'C02', 'terms.title', 'Schools 👩🏽‍🏫🏗️'],
    ['300 emoji', 'contracts', 1, { title: '🏗'.repeat(300) }, 'C02', 'terms.title', '🏗'.repeat(300)],
    ['right-to-left text', 'contracts', 1, { title: 'مركز المجتمع (שירות)' }, 'C02', 'terms.title', 'مركز المجتمع (שירות)'],
    ['a formula where words belong', 'contracts', 1, { title: '=HYPERLINK("http://x.example","Click")' }, 'C02', 'terms.title', '=HYPERLINK("http://x.example","Click")'],
    ['markup', 'contracts', 1, { title: '<script>alert(1)</script>' }, 'C02', 'terms.title', '<script>alert(1)</script>'],
    ['the name of a property', 'contracts', 1, { title: '__proto__' }, 'C02', 'terms.title', '__proto__'],
    ['29 February', 'deliveries', 2, { from: '29 February 2024', to: '29/02/2024', reported_on: '2024-02-29' }, 'C02', 'from', '2024-02-29'],
    ['a last day far away', 'contracts', 1, { ends_on: '31/12/2199' }, 'C02', 'terms.endsOn', '2199-12-31'],
    ['zero delivered', 'deliveries', 1, { quantity: '0', from: '2024-04-01' }, 'C02', 'quantity', '0'],
    ['a negative delivery', 'deliveries', 1, { quantity: '-£1,000' }, 'C02', 'quantity', '-1000'],
    ['a target of zero', 'targets', 1, { quantity: '£0.00' }, 'C02', 'quantity', '0'],
    ['a contract of no value', 'contracts', 1, { value_gbp: '0' }, 'C02', 'terms.valuePence', '0'],
    ['spaces for thousands', 'targets', 1, { quantity: '1 200 000' }, 'C02', 'quantity', '1200000'],
  ])('%s', async (_what, sheet, index, over, contract, field, value) => {
    let workbook = withRow(smallWorkbook, sheet, index, over);
    // the review of what is zero, negative or moved is another matter
    if (sheet === 'deliveries' && index === 1) workbook = { ...workbook, reviews: smallWorkbook.reviews.slice(0, 1) };
    const answer = await badford.import(another(workbook));
    expect(answer).toMatchObject({ status: 'accepted', problems: [] });
    expect(await told(`${contract}x${copies}`)).toContainEqual({ field, value });
  });

  it('a sheet that has only its column names', async () => {
    expect(await badford.import(another({ ...smallWorkbook, returns: [] }))).toMatchObject({ status: 'accepted', problems: [] });
  });

  it('a contract with one bad cell is held back whole, and the other goes in whole', async () => {
    const answer = await badford.import(another(withRow(smallWorkbook, 'deliveries', 0, { quantity: 'three' })));
    expect(answer).toMatchObject({ status: 'accepted in part', held: [{ sheet: 'contracts', reference: `C01x${copies}` }] });
    expectComplete(answer.problems);
    const streams = new Set((await badford.world.parts.ledger.read('badford', 0, 100_000)).map(({ stream }) => stream));
    expect([streams.has(`contract:C01x${copies}`), streams.has(`contract:C02x${copies}`)]).toEqual([false, true]);
  });
});

describe('Any cell may say anything', () => {
  const SHEETS = ['providers', 'contracts', 'members', 'measures', 'commitments', 'targets', 'break_clauses', 'opening_balances', 'deliveries', 'reviews', 'returns'] as const;
  const anyCell = fc
    .constantFrom(...SHEETS)
    .chain((sheet) => fc.nat(smallWorkbook[sheet].length - 1).chain((index) => fc.tuple(fc.constant(sheet), fc.constant(index), fc.constantFrom(...Object.keys(smallWorkbook[sheet][index]!)))));
  const anyText = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 40 }),
    fc.string({ unit: 'binary', maxLength: 12 }).map((text) => text.replace(/\p{Surrogate}/gu, '\ufffd')),
    fc.constantFrom(...ODD_TEXTS()),
    fc.double().map(String),
    fc.date({ min: new Date('0001-01-01'), max: new Date('9999-12-31'), noInvalidDate: true }).map((day) => day.toISOString().slice(0, 10)),
  );

  it('and is taken, or refused with an error that says all, and nothing is half-written', async () => {
    const outcomes = new Map<string, number>();
    await fc.assert(
      fc.asyncProperty(anyCell, anyText, async ([sheet, index, column], text) => {
        const before = await recorded();
        const answer: ImportAnswer = await badford.import(another(withRow(smallWorkbook, sheet, index, { [column]: text })));
        outcomes.set(answer.status, (outcomes.get(answer.status) ?? 0) + 1);
        expectComplete([...answer.problems, ...answer.warnings]);
        expect(answer.position).toBe(await badford.head());
        const after = await recorded();
        expect(after['ledger.event']! - before['ledger.event']!).toBe(answer.counts.events);
        if (answer.counts.events === 0) expect(after).toEqual(before);
        if (answer.problems.length === 0) expect(answer).toMatchObject({ status: 'accepted', counts: { held: 0, refused: 0 } });
        else expect(answer.counts.refused).toBeGreaterThan(0);
      }),
      { numRuns: 50, seed: 20_260_331 },
    );
    // a property that ends in one way only would prove little
    expect([...outcomes.keys()].sort()).toEqual(expect.arrayContaining(['accepted', 'accepted in part']));
  });
});

/** What people and machines put into cells and fields. */
function ODD_TEXTS(): string[] {
  return [
    ...['', ' ', '0', '-0', '-1', '0.5', '1e9', '1,23', '1.234,56', '£', '£5', '12%', '=1+1', '@SUM(A1)', '#REF!', 'NaN', 'Infinity', '0x10'],
    ...['29/02/2023', '31/02/2024', '2024-02-29', '9999-12-31', '1900-01-01', '13/13/2024', 'yes', 'no', 'x'.repeat(301), '9'.repeat(25)],
    ...['__proto__', 'constructor', 'مركز', '🏗️', '\u202eabc', 'a\u0000b', 'P99', "'; drop table event; --", '"', '\\', '<b>', '{{7*7}}'],
  ];
}

describe('The API', () => {
  const CLERK = 'returns@x.example';
  const names = { provider: 'P01', measure: 'M02', contract: 'C02', commitment: 'K02' };

  /** Requests that would be recorded, each under references of its own. */
  const commands = {
    provider: (n: number) => ['providers', { reference: `P-${n}`, name: 'Open Door', type: 'charity or community', local: true, place: 'Eastmoor' }],
    measure: (n: number) => ['measures', { measure: `M-${n}`, name: 'Visits', theme: 'Places', outcome: 'Parks', unit: 'visit', kind: 'number', combine: 'sum', money: 'estimate', unitValue: '4.5' }],
    contract: (n: number) => [
      'contracts',
      { reference: `C-${n}`, title: 'Parks', directorate: 'Places', lead: names.provider, manager: 'manager@x.example', startsOn: '2024-04-01', endsOn: '2027-03-31', valuePence: 100_000_00, frequency: 'annual' },
    ],
    commitment: (n: number) => [
      `contracts/${names.contract}/commitments`,
      { reference: `K-${n}`, measure: names.measure, bidSentence: 'We will.', targets: [{ from: '2024-04-01', to: '2025-03-31', quantity: '1000' }], tags: ['parks'] },
    ],
    report: (n: number) => [
      `contracts/${names.contract}/delivery-reports`,
      { reference: `D-${n}`, commitment: names.commitment, from: '2025-06-14', to: '2025-06-14', quantity: '12', item: true, inAddition: true, reportedOn: '2025-07-01', evidence: [{ kind: 'photo' }], reason: 'A fair' },
    ],
    correction: (n: number) => ['delivery-reports/D003/corrections', { reference: `DC-${n}`, from: '2024-06-14', to: '2024-06-14', hours: '2', people: n, item: true, reportedOn: '2024-08-01', reason: 'Typed wrong' }],
    review: () => ['delivery-reports/D001/reviews', { decision: 'queried', reviewedOn: '2024-08-01', reason: 'Which payroll?' }],
    opening: (n: number) => [`commitments/${names.commitment}/opening-balances`, { from: dayOf(n), to: dayOf(n), quantity: '5', attestedBy: 'lead@x.example' }],
    correctionOfPromise: (n: number) => [`commitments/${names.commitment}/corrections`, { place: `Ward ${n}`, reason: 'Typed wrong' }],
  } as const satisfies Record<string, (n: number) => readonly [string, Readonly<Record<string, unknown>>]>;
  type Command = keyof typeof commands;

  function dayOf(n: number): string {
    return new Date(Date.UTC(1990, 3, 1) + n * 86_400_000).toISOString().slice(0, 10);
  }
  let numbered = 0;

  /** Sends a command with some of its fields replaced. */
  async function sends(command: Command, over: object = {}): Promise<Reply> {
    const [path, body] = commands[command](++numbered);
    return badford.does(CLERK, path, { ...body, ...over });
  }

  interface ProblemBody {
    readonly detail: string;
    readonly errors: readonly { readonly field: string; readonly value: string; readonly rule: string; readonly fix: string }[];
  }

  function expectProblem({ status, body }: Reply): ProblemBody {
    expect(body).toEqual({
      type: expect.stringMatching(/^\/api\/problems#/) as string,
      title: expect.any(String) as string,
      status,
      detail: expect.stringMatching(/\S/) as string,
      errors: expect.any(Array) as object[],
    });
    const { errors } = body as ProblemBody;
    for (const error of errors) {
      expect(error).toEqual({ field: expect.any(String) as string, value: expect.any(String) as string, rule: expect.stringMatching(/\S/) as string, fix: expect.stringMatching(/\S/) as string });
    }
    return body as ProblemBody;
  }

  it.each(Object.keys(commands) as Command[])('records a %s in order', async (command) => {
    const before = await badford.head();
    expect(await sends(command)).toMatchObject({ status: 201 });
    expect(await badford.head()).toBeGreaterThan(before);
  });

  const x = 'x'.repeat(301);
  it.each<[string, Command, object, number, object]>([
    ['a number for text', 'provider', { name: 7 }, 422, { field: 'name', value: '7', rule: 'must be text' }],
    ['text for a number', 'contract', { valuePence: '100' }, 422, { field: 'valuePence', value: '100', rule: 'must be a whole number of pence' }],
    ['half a penny', 'contract', { valuePence: 0.5 }, 422, { field: 'valuePence', value: '0.5' }],
    ['a number for a decimal', 'report', { quantity: 12 }, 422, { field: 'quantity', value: '12', rule: 'must be text' }],
    ['nothing', 'provider', { name: null }, 422, { field: 'name' }],
    ['a list for text', 'measure', { unit: ['visit'] }, 422, { field: 'unit', rule: 'must be text' }],
    ['text for a list', 'commitment', { tags: 'parks' }, 422, { field: 'tags', rule: 'must be a list' }],
    ['a huge number', 'contract', { valuePence: Number.MAX_SAFE_INTEGER }, 422, { field: 'valuePence', rule: 'must be at most £100,000 million' }],
    ['a huge quantity', 'report', { quantity: '99999999999' }, 422, { field: 'quantity', rule: 'must lie within ±10,000,000,000' }],
    ['a negative target', 'commitment', { targets: [{ from: '2024-04-01', to: '2025-03-31', quantity: '-1' }] }, 422, { field: 'targets[0].quantity', value: '-1', rule: 'must not be negative' }],
    ['a date far away', 'contract', { endsOn: '9999-12-31' }, 422, { field: 'endsOn', value: '9999-12-31' }],
    ['29 February of a year that has none', 'report', { from: '2025-02-29' }, 422, { field: 'from', value: '2025-02-29' }],
    ['a day as people write it', 'report', { from: '14/06/2025' }, 422, { field: 'from', value: '14/06/2025' }],
    ['a reference that is taken', 'provider', { reference: 'P01' }, 409, { field: 'reference', value: 'P01' }],
    ['an unknown measure', 'commitment', { measure: 'M99' }, 422, { field: 'measure', value: 'M99' }],
    ['an unknown field', 'provider', { nmae: 'Open Door' }, 422, { field: 'nmae', rule: 'must be a name that is known here' }],
    ['a name of 301 characters', 'provider', { name: x }, 422, { field: 'name', value: `${'x'.repeat(199)}…`, rule: 'must have at most 300 characters' }],
    ['NUL', 'provider', { name: 'a\u0000b' }, 422, { field: 'name', value: 'a␀b', rule: 'must not hold the character NUL' }],
    ['a lone surrogate', 'provider', { name: 'a\ud83d' }, 422, { field: 'name', rule: 'must not hold half of a surrogate pair' }],
    ['a formula for a number', 'report', { quantity: '=1+1' }, 422, { field: 'quantity', value: '=1+1' }],
  ])('refuses %s', async (_what, command, over, status, error) => {
    const reply = await leavingNothing(() => sends(command, over));
    expect(reply.status).toBe(status);
    expect(expectProblem(reply).errors).toContainEqual(expect.objectContaining(error));
  });

  it('refuses shares that are not 100', async () => {
    const members = [{ provider: 'P01', share: '60' }, { provider: 'P02', share: '30' }];
    const reply = await leavingNothing(() => badford.does(CLERK, 'contracts/C01/members', { members, change: { because: 'variation', reason: 'x' } }));
    expect(reply.status).toBe(422);
    expect(JSON.stringify(expectProblem(reply).errors)).toContain('must have shares that add to exactly 100');
  });

  it.each(['Schools 👩🏽‍🏫🏗️', 'مركز المجتمع', '=1+1', 'é'.repeat(300), '__proto__', '<b>'])('takes the name %j as it stands', async (name) => {
    const { status, body } = await sends('provider', { name });
    expect(status).toBe(201);
    const { id } = body as { id: string };
    const found = (await badford.world.parts.ledger.readStream('badford', `provider:${id}`))[0]!.payload as { terms: { name: string } };
    expect(found.terms.name).toBe(name);
  });

  it('answers any body with a record or a refusal that says all, and nothing is half-written', async () => {
    const statuses = new Map<number, number>();
    const anyValue = fc.oneof(fc.constantFrom<unknown>(...ODD_TEXTS(), 0, -1, 1.5, 1e308, null, true, [], {}, ['a'], { a: 1 }), fc.jsonValue());
    const anyChange = fc.constantFrom(...(Object.keys(commands) as Command[])).chain((command) => {
      const fields = Object.keys(commands[command](1)[1]);
      return fc.tuple(fc.constant(command), fc.dictionary(fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...fields) }, { weight: 1, arbitrary: fc.string({ maxLength: 12 }) }), anyValue, { minKeys: 1, maxKeys: 2 }));
    });
    await fc.assert(
      fc.asyncProperty(anyChange, async ([command, over]) => {
        const before = await recorded();
        const reply = await sends(command, over);
        statuses.set(reply.status, (statuses.get(reply.status) ?? 0) + 1);
        const after = await recorded();
        if (reply.status === 201) {
          expect((reply.body as { position: number }).position).toBe(await badford.head());
          expect(after['ledger.event']).toBeGreaterThan(before['ledger.event']!);
        } else {
          expect([400, 404, 409, 422]).toContain(reply.status);
          expectProblem(reply);
          expect(after['ledger.event']).toBe(before['ledger.event']);
          expect(after['ledger.reference']).toBe(before['ledger.reference']);
        }
      }),
      { numRuns: 200, seed: 20_260_331 },
    );
    expect(statuses.get(201)).toBeGreaterThan(5);
    expect(statuses.get(422)).toBeGreaterThan(50);
  });
});
