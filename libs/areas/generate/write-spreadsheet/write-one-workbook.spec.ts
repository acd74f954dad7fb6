import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MemoryDirectory } from '#areas/directory/index.js';
import { importWorkbook, MemoryImportedRows, openWorkbook, RowsDecided } from '#areas/workbook/index.js';
import { eventCatalogue } from '#domain/catalogue.js';
import { type Clock, SettableClock } from '#domain/kernel/clock.js';
import type { RecordedEvent } from '#domain/kernel/event.js';
import { MemoryEvidenceFiles } from '#engine/files/memory-evidence-files.js';
import { MemoryBooks } from '#engine/ledger/memory-book.js';
import { MemoryLedger } from '#engine/ledger/memory-ledger.js';
import { naiveTotals } from '../../../../test/support/naive-count/naive-count.js';
import { lastStated } from '../history/last-stated.js';
import { makePortfolios } from '../history/make-portfolio.js';
import { peopleIn, workbookAt } from '../history/workbooks.js';
import { Chance, type HistoryAsked, inventSetting, recordHistory, writeOneWorkbook } from '../index.js';

const CODE = 'made-up';
const folder = mkdtempSync(join(tmpdir(), 'svl-one-workbook-'));
afterAll(() => rmSync(folder, { recursive: true }));

let files = 0;
async function written(asked: HistoryAsked, form: 'xlsx' | 'ods' = 'xlsx') {
  const file = join(folder, `${++files}.${form}`);
  return writeOneWorkbook(inventSetting(Chance.of(asked.seed, 'setting'), CODE), asked, { file, form });
}

/** Imports a file into an authority that has nothing yet, at one moment. */
async function imported(file: string, now = '2026-06-30T12:00:00.000Z') {
  const clock = new SettableClock(now);
  const ledger = new MemoryLedger({ catalogue: eventCatalogue, clock });
  const ports = { clock, ledger, directory: new MemoryDirectory(), importedRows: new MemoryImportedRows(), evidenceFiles: new MemoryEvidenceFiles() };
  const answer = await importWorkbook(ports, { reader: await openWorkbook(file), commandId: 'all', actingAs: 'somebody', createAuthority: 'Made Up', allOrNothing: false });
  return { answer, events: await ledger.read(CODE, 0, 1_000_000) };
}

const small = { seed: 20, contracts: 16, events: 1_400 } as const;

describe('An authority as one spreadsheet', () => {
  it.each<[seed: number, contracts: number, events: number, form: 'xlsx' | 'ods']>([
    [1, 1, 90, 'xlsx'],
    [2, 1, 1_200, 'xlsx'],
    [3, 2, 2_400, 'ods'],
    [5, 40, 2_400, 'xlsx'],
    [6, 150, 4_500, 'ods'],
    [7, 520, 11_600, 'xlsx'],
    [8, 100, 9_000, 'xlsx'],
  ])('of seed %i and %i contracts is accepted whole in one import, and comes to %i entries within 2%% or 20 (%s)', async (seed, contracts, events, form) => {
    const { file, events: said, rows } = await written({ seed, contracts, events }, form);
    const { answer, events: found } = await imported(file);
    const { status, problems, held, counts } = answer;
    expect({ status, problems, held, refused: counts.refused }).toEqual({ status: 'accepted', problems: [], held: [], refused: 0 });
    expect(counts.rows).toBe(rows);
    expect(found).toHaveLength(said);
    expect(Math.abs(found.length - events)).toBeLessThanOrEqual(Math.max(20, events * 0.02));
    expect(found.filter(({ type }) => type === 'ContractRegistered')).toHaveLength(contracts);
    expect(found.filter(({ type }) => type === 'YearClosed').map(({ payload }) => (payload as { year: string }).year)).toEqual(['2023/24', '2024/25']);
  }, 60_000);

  it('is the same file for the same seed, byte for byte, and another for another', async () => {
    const hash = async (asked: HistoryAsked, form: 'xlsx' | 'ods') => createHash('sha256').update(readFileSync((await written(asked, form)).file)).digest('hex');
    for (const form of ['xlsx', 'ods'] as const) {
      const first = await hash(small, form);
      expect(await hash(small, form)).toBe(first);
      expect(await hash({ ...small, seed: 21 }, form)).not.toBe(first);
    }
  });

  it('can be imported on the day that it is written as of', async () => {
    const { file, asOf } = await written(small);
    expect(asOf).toBe('2026-05-18');
    expect((await imported(file, `${asOf}T20:00:00.000Z`)).answer.status).toBe('accepted');
  });

  it('promises, and holds as reported, what the same history recorded at its moments does', async () => {
    const setting = inventSetting(Chance.of(small.seed, 'setting'), CODE);
    const [portfolio] = [...makePortfolios({ ...small, setting })];
    const directory = new MemoryDirectory();
    await directory.personIds(CODE, [...peopleIn(portfolio!)]);
    const atTheEnd = workbookAt({ rows: lastStated(portfolio!.rows).map((row) => ({ ...row, moment: 0 })) }, 0)!;
    const { events } = (await RowsDecided.of(directory, CODE, [atTheEnd])).decide(0, '2026-06-30');
    const stated = events.map(({ stream, event }, index) => ({ ...event, authority: CODE, stream, position: index + 1, version: index + 1, eventId: `${index}`, schemaVersion: 1, recordedAt: '2026-06-30T12:00:00.000Z', actor: '' }));
    const books = new MemoryBooks();
    const ledgerBy = (clock: Clock) => new MemoryLedger({ catalogue: eventCatalogue, clock, books });
    const clock = new SettableClock('2026-06-30T12:00:00.000Z');
    await recordHistory({ clock, directory: new MemoryDirectory(), ledgerBy }, setting, small);
    const straight = await ledgerBy(clock).read(CODE, 0, 1_000_000);
    expect(stated.length).toBeLessThan(straight.length);
    for (const by of [['contract'], ['provider-type'], ['measure']]) {
      const figures = (all: readonly RecordedEvent[]) => naiveTotals(all, { by, yearBasis: 'delivered', today: '2026-06-30' }).map(({ key, pence: { committed, reported } }) => [key, committed, reported]);
      expect(figures(straight).length).toBeGreaterThan(2);
      expect(figures(stated)).toEqual(figures(straight));
    }
  });

  it('leaves nothing but the file', async () => {
    const before = process.env['TMPDIR'];
    process.env['TMPDIR'] = mkdtempSync(join(folder, 'temporary-'));
    try {
      await written(small);
      expect(readdirSync(process.env['TMPDIR'])).toEqual([]);
    } finally {
      if (before === undefined) delete process.env['TMPDIR'];
      else process.env['TMPDIR'] = before;
    }
  });

  it('is never written over another', async () => {
    const { file } = await written(small);
    const before = readFileSync(file);
    await expect(writeOneWorkbook(inventSetting(Chance.of(1, 'setting'), CODE), small, { file, form: 'xlsx' })).rejects.toThrow(/--out: must not be there yet/);
    expect(readFileSync(file)).toEqual(before);
  });
});
