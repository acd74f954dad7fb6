import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AskKeptHandler } from '../../libs/areas/totals/ask-kept/ask-kept.query.js';
import { AskTotalsHandler } from '../../libs/areas/totals/ask-totals/ask-totals.query.js';
import { AskKeptQuery, AskTotalsQuery, DIMENSIONS } from '#areas/totals/index.js';
import { annotatedOut, type ImportAnswer, importWorkbook, openWorkbook, writeAnnotated } from '#areas/workbook/index.js';
import { correctFolder, type CorrectCopy } from '../support/planted/correct-copy.js';
import { type Cells, csvsOf, put, type Sheets, textAt } from '../support/planted/grid.js';
import { correctSpreadsheet, writeSpreadsheet } from '../support/planted/spreadsheet-form.js';
import { plantedErrors, type PlantedError } from '../support/planted/planted-errors.js';
import { rightWorkbook } from '../support/planted/right-workbook.js';
import { reconcile } from '../support/reconcile.js';
import { emptyGround } from '../support/workbook.js';
import { type World, worldInMemory } from '../support/world.js';

/*
 * A workbook of eighteen contracts with 200 planted errors. The lists of what was planted, and of what must be told of it, are
 * in test/support/planted/planted-errors.ts; nothing here is worked out by the importer.
 */

const TODAY = '2026-06-30';
const shown = plantedErrors.filter(({ hidden }) => !hidden);
const wrongWorkbook = plantedErrors.reduce((sheets, { sheet, put: cells }) => put(sheets, sheet, cells), rightWorkbook);

/** One person mends what was promised, and then another what was delivered. */
const PROMISES = ['providers', 'contracts', 'members', 'measures', 'commitments', 'targets', 'break_clauses', 'opening_balances'];
const promised = ({ sheet }: PlantedError): boolean => PROMISES.includes(sheet);

type Told = Readonly<Record<'sheet' | 'value', string>> & { readonly cells: readonly string[] };

/** What must be told, and where, in one order. */
const mustBeTold = (errors: readonly PlantedError[], read: (text: string) => string = (text) => text) =>
  sorted(errors.map(({ sheet, put: cells, at = Object.keys(cells), value = Object.values(cells)[0]! }) => ({ sheet, cells: at, value: read(value) })));
const wasTold = ({ problems }: ImportAnswer) => sorted(problems.map(({ sheet, cells, value }) => ({ sheet, cells, value })));
const sorted = (told: readonly Told[]): readonly string[] => told.map(({ sheet, cells, value }) => `${sheet} ${cells.join(' ')}: ${value}`).sort();

/** Every rule must be the one that was broken, and every fix a sentence. */
function rulesTold({ problems }: ImportAnswer, errors: readonly PlantedError[]): void {
  for (const { kind, sheet, put: cells, at = Object.keys(cells), rule } of errors) {
    const told = problems.find((problem) => problem.sheet === sheet && problem.cells.join() === at.join());
    expect({ kind, rule: told?.rule, fix: told?.fix }).toEqual({ kind, rule: expect.stringContaining(rule) as string, fix: expect.stringMatching(/^[A-Z].*\.$/s) as string });
  }
}

const heldContracts = ({ held }: ImportAnswer) => held.filter(({ sheet }) => sheet === 'contracts').map(({ reference }) => reference).sort();
const contracts = (...numbers: readonly number[]) => numbers.map((number) => `C${String(number).padStart(2, '0')}`);

/** What stands in these errors' cells in the right workbook, sheet by sheet. */
function mended(errors: readonly PlantedError[]): Readonly<Record<string, Cells>> {
  const bySheet: Record<string, Cells> = {};
  for (const { sheet, put: cells } of errors) {
    bySheet[sheet] = { ...bySheet[sheet], ...Object.fromEntries(Object.keys(cells).map((cell) => [cell, textAt(rightWorkbook, sheet, cell)])) };
  }
  return bySheet;
}

describe('200 planted errors', () => {
  it('are of more than forty kinds, and nothing is wrong with the workbook that they are planted into', async () => {
    expect(shown).toHaveLength(200);
    expect(new Set(shown.map(({ kind }) => kind)).size).toBeGreaterThan(40);
    expect(await emptyGround(TODAY).importFiles(csvsOf(rightWorkbook))).toMatchObject({ status: 'accepted', problems: [], warnings: [], held: [] });
  });

  it('are told exactly, at their cells, identical ones together, and nothing that only follows from another', async () => {
    const answer = await emptyGround(TODAY).importFiles(csvsOf(wrongWorkbook));
    expect(wasTold(answer)).toEqual(mustBeTold(shown));
    rulesTold(answer, shown);
  });

  it('and a header that cannot be read is told beside them; then nothing goes in', async () => {
    const unread = put(put(wrongWorkbook, 'returns', { E1: 'nothing' }), 'closed_years', { A1: 'financial year' });
    const answer = await emptyGround(TODAY).importFiles(csvsOf(unread));
    const readable = shown.filter(({ sheet }) => sheet !== 'returns' && sheet !== 'closed_years');
    expect(answer).toMatchObject({ status: 'rejected', position: 0, counts: { events: 0 } });
    expect(wasTold(answer)).toEqual(
      [...mustBeTold(readable), 'closed_years 1:1: ', 'closed_years A1: financial year', 'returns E1: nothing'].sort(),
    );
  });

  it('with --all-or-nothing keep everything out', async () => {
    const answer = await emptyGround(TODAY).importFiles(csvsOf(wrongWorkbook), { allOrNothing: true });
    expect(answer).toMatchObject({ status: 'rejected', position: 0, counts: { added: 0, events: 0 } });
    expect(wasTold(answer)).toEqual(mustBeTold(shown));
  });
});

/** A workbook as a file or folder: how it is written from sheets, and how a person corrects it. */
interface Form {
  readonly name: string;
  readonly ending: string;
  write(path: string, sheets: Sheets): void;
  readonly correct: CorrectCopy;
  /** How a text is read again: a spreadsheet knows a day from its words. */
  read(text: string): string;
}

const folder: Form = {
  name: 'a folder of CSVs',
  ending: '',
  write(path, sheets) {
    mkdirSync(path);
    for (const { fileName, bytes } of csvsOf(sheets)) writeFileSync(join(path, fileName), bytes);
  },
  correct: correctFolder,
  read: (text) => text,
};

const spreadsheet = (kind: 'xlsx' | 'ods'): Form => ({
  name: `a file of ${kind.toUpperCase()}`,
  ending: `.${kind}`,
  write: (path, sheets) => writeSpreadsheet(path, sheets, kind),
  correct: correctSpreadsheet(kind),
  read: (text) => (/^31\/06/.test(text) ? text : text.replace(/^(\d\d)\/(0\d|1[012])\/(\d{4})$/, '$3-$2-$1')),
});

describe.each([folder, spreadsheet('xlsx'), spreadsheet('ods')])('The workbook with 200 errors, corrected in two rounds through the annotated copy of $name', (form) => {
  let place: string;
  let world: World;
  let right: World;

  beforeAll(async () => {
    place = mkdtempSync(join(tmpdir(), 'svl-planted-'));
    world = worldInMemory(`${TODAY}T12:00:00.000Z`);
    right = worldInMemory(`${TODAY}T12:00:00.000Z`);
    form.write(join(place, `right${form.ending}`), rightWorkbook);
    form.write(join(place, `sent${form.ending}`), wrongWorkbook);
    await send(right, join(place, `right${form.ending}`));
  });
  afterAll(async () => {
    await world.end();
    await right.end();
    rmSync(place, { recursive: true, force: true });
  });

  /** Sends a workbook, and has its annotated copy written beside it. */
  async function send(to: World, path: string, copy?: string): Promise<ImportAnswer> {
    const { ledger, directory, importedRows, evidence, clock } = to.parts;
    const out = copy === undefined ? undefined : await annotatedOut(copy);
    const reader = await openWorkbook(path);
    const answer = await importWorkbook({ ledger, directory, importedRows, evidenceFiles: evidence, clock }, { reader, commandId: path, actingAs: 'local operator', createAuthority: 'Fenmarch' });
    if (out) await writeAnnotated(out, reader, answer);
    return answer;
  }

  const contractsIn = async ({ parts }: World) => {
    const events = await parts.ledger.read('fenmarch', 0, 100_000);
    const types = new Map<string, string[]>();
    for (const { stream, type } of events) if (stream.startsWith('contract:')) types.set(stream, [...(types.get(stream) ?? []), type]);
    return types;
  };

  it('first has its good contracts taken in, whole, and the others held back', async () => {
    const answer = await send(world, join(place, `sent${form.ending}`), join(place, `first${form.ending}`));
    expect(answer.status).toBe('accepted in part');
    expect(wasTold(answer)).toEqual(mustBeTold(shown, form.read));
    expect(heldContracts(answer)).toEqual(contracts(5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18));
    const [now, inTheEnd] = [await contractsIn(world), await contractsIn(right)];
    expect([...now.keys()].sort()).toEqual(contracts(1, 2, 3, 4).map((contract) => `contract:${contract}`));
    for (const [contract, types] of now) expect({ contract, types }).toEqual({ contract, types: inTheEnd.get(contract) });
  });

  it('then, its promises corrected, is told what is left, and what came to light', async () => {
    const copy = join(place, `first${form.ending}`);
    form.correct(copy, mended(shown.filter(promised)));
    const answer = await send(world, copy, join(place, `second${form.ending}`));
    const left = plantedErrors.filter((error) => error.hidden ?? !promised(error));
    expect(wasTold(answer)).toEqual(mustBeTold(left, form.read));
    rulesTold(answer, left);
    expect(heldContracts(answer)).toEqual(contracts(5, 6, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18));
    expect([...(await contractsIn(world)).keys()].sort()).toEqual(contracts(1, 2, 3, 4, 7).map((contract) => `contract:${contract}`));
  });

  it('and, its deliveries corrected too, is in, with the totals of the workbook that was right from the start', async () => {
    const copy = join(place, `second${form.ending}`);
    form.correct(copy, mended(plantedErrors.filter((error) => error.hidden ?? !promised(error))));
    expect(await send(world, copy)).toMatchObject({ status: 'accepted', problems: [], held: [], counts: { refused: 0, held: 0 } });
    expect(await figuresOf(world)).toEqual(await figuresOf(right));
    expect(await reconcile(world)).toEqual([expect.objectContaining({ authority: 'fenmarch' })]);
    expect(await send(world, join(place, `right${form.ending}`))).toMatchObject({ status: 'unchanged', absent: [] });
  });
});

/** Every figure of an authority, in every dimension. */
async function figuresOf({ parts: { totals, ledger, clock, engine } }: World) {
  await engine.catchUp('fenmarch');
  const by = DIMENSIONS.filter((dimension) => dimension !== 'tag');
  const asked = await new AskTotalsHandler(totals, ledger, clock).execute(new AskTotalsQuery('fenmarch', { by, where: [], yearBasis: 'delivered' }));
  const kept = await new AskKeptHandler(totals, ledger, clock).execute(new AskKeptQuery('fenmarch', { by: ['contract'], where: [], deliveredTo: '2026-03-31' }));
  const rows = asked.rows.map(({ key, pence, quantities }) => JSON.stringify({ key, pence, quantities })).sort();
  expect(rows.length).toBeGreaterThan(100);
  return { rows, coverage: asked.coverage, kept: kept.rows };
}
