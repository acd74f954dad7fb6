import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MemoryDirectory } from '#areas/directory/index.js';
import { AskTotalsQuery } from '#areas/totals/index.js';
import { AskTotalsHandler } from '#areas/totals/ask-totals/ask-totals.query.js';
import { csvFolder, importWorkbook, MemoryImportedRows } from '#areas/workbook/index.js';
import { eventCatalogue } from '#domain/catalogue.js';
import { SettableClock } from '#domain/kernel/clock.js';
import type { RecordedEvent } from '#domain/kernel/event.js';
import { MemoryEvidenceFiles } from '#engine/files/memory-evidence-files.js';
import { MemoryBooks } from '#engine/ledger/memory-book.js';
import { MemoryLedger } from '#engine/ledger/memory-ledger.js';
import { memoryTotals } from '../../../test/support/memory-totals.js';
import { naiveTotals } from '../../../test/support/naive-count/naive-count.js';
import { Chance, type HistoryAsked, inventSetting, recordHistory, type WorkbookWritten, writeWorkbooks } from './index.js';

const CODE = 'made-up';
const settingOf = (seed: number) => inventSetting(Chance.of(seed, 'setting'), CODE);

/** A place in memory that a history can be recorded in. */
function room(now = '2026-06-30T12:00:00.000Z') {
  const clock = new SettableClock(now);
  const books = new MemoryBooks();
  const ledgerBy = (by: SettableClock | { now(): string }) => new MemoryLedger({ catalogue: eventCatalogue, clock: by, books });
  return { clock, directory: new MemoryDirectory(), ledgerBy, ledger: ledgerBy(clock) };
}
type Room = ReturnType<typeof room>;

async function recorded(asked: HistoryAsked) {
  const made = room();
  const outcome = await recordHistory(made, settingOf(asked.seed), asked);
  return { ...made, outcome, events: await made.ledger.read(CODE, 0, 1_000_000) };
}

/** Events with people by their names and texts as they were stated: ids and salts are new in every ledger. */
async function inWords({ directory, ledger }: Room, events: readonly RecordedEvent[]) {
  const text = JSON.stringify(events.map(({ type, stream, version, businessDate, recordedAt, payload }) => ({ type, stream, version, businessDate, recordedAt, payload })));
  const names = await directory.nameOf(CODE, [...new Set(text.match(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g) ?? [])]);
  const texts = await ledger.texts(CODE, [...new Set([...text.matchAll(/\{"sha256":"([0-9a-f]{64})"\}/g)].map(([, digest]) => digest!))]);
  return text
    .replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, (id) => names.get(id) ?? id)
    .replace(/\{"sha256":"([0-9a-f]{64})"\}/g, (_, digest: string) => JSON.stringify(texts.get(digest)));
}

const small = { seed: 20, contracts: 16, events: 1_400 } as const;

describe('A generated authority', () => {
  it('is the same for the same seed, wherever it is made', async () => {
    const first = await recorded(small);
    const hash = createHash('sha256').update(await inWords(first, first.events)).digest('hex');
    expect(hash).toBe('f256010cfe72abacbf0cc39eb29a274f685ecd802fdd03984a0476a97fd151dd');
    const other = await recorded({ ...small, seed: 21 });
    expect(await inWords(other, other.events)).not.toBe(await inWords(first, first.events));
  });

  it('says the same through its workbooks as straight into a ledger', async () => {
    const straight = await recorded(small);
    const folder = mkdtempSync(join(tmpdir(), 'svl-workbooks-'));
    try {
      const written = await writeWorkbooks(settingOf(small.seed), small, join(folder, 'out'));
      const { imports } = JSON.parse(readFileSync(join(folder, 'out', 'imports.json'), 'utf8')) as { imports: WorkbookWritten[] };
      expect(imports).toEqual(written.imports);
      expect(readdirSync(join(folder, 'out')).sort()).toEqual([...imports.map((one) => one.folder), 'imports.json'].sort());
      const imported = room();
      const clock = new SettableClock(imports[0]!.at);
      const ports = { ...imported, clock, ledger: imported.ledgerBy(clock), importedRows: new MemoryImportedRows(), evidenceFiles: new MemoryEvidenceFiles() };
      for (const { folder: name, at, by, kind, reason } of imports) {
        clock.set(at);
        const asked = { reader: await csvFolder(join(folder, 'out', name)), commandId: name, actingAs: by, createAuthority: written.name, allOrNothing: true, reason };
        const { status, problems } = await importWorkbook(ports, { ...asked, kind: kind as 'variation' | undefined });
        expect({ status, problems }).toEqual({ status: 'accepted', problems: [] });
      }
      const events = await imported.ledger.read(CODE, 0, 1_000_000);
      expect(events).toHaveLength(written.events);
      expect(await inWords(imported, events)).toBe(await inWords(straight, straight.events));
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it.each([
    [1, 1, 90],
    [1, 5, 1_000],
    [2, 1, 1_200],
    [3, 2, 2_400],
    [4, 30, 720],
    [5, 40, 2_400],
    [6, 150, 4_500],
    [7, 520, 11_600],
  ])('of seed %i and %i contracts keeps every rule and holds %i entries, within 2% or 30', async (seed, contracts, events) => {
    const { outcome, events: found } = await recorded({ seed, contracts, events });
    expect(outcome).toMatchObject({ authority: CODE, contracts, position: found.length });
    expect(found.filter(({ type }) => type === 'ContractRegistered')).toHaveLength(contracts);
    expect(Math.abs(found.length - events)).toBeLessThanOrEqual(Math.max(30, events * 0.02));
  });

  it('records each import on its day', async () => {
    const { moments } = settingOf(small.seed);
    const days = [...new Set((await recorded(small)).events.map(({ recordedAt }) => recordedAt))];
    expect(days).toEqual(moments.map(({ at }) => at));
  });

  it('is counted alike by the totals and by the naive count', async () => {
    const { events, ledger, clock } = await recorded({ seed: 22, contracts: 25, events: 1_800 });
    const totals = new AskTotalsHandler(await memoryTotals(events), ledger, clock);
    for (const by of [['year', 'theme'], ['contract'], ['provider-type', 'money']]) {
      const { rows } = await totals.execute(new AskTotalsQuery(CODE, { by, where: [], yearBasis: 'delivered' }));
      const counted = naiveTotals(events, { by, yearBasis: 'delivered', today: clock.now().slice(0, 10) });
      expect(counted.length).toBeGreaterThan(4);
      expect(rows.map(({ key, pence }) => [key, pence])).toEqual(counted.map(({ key, pence }) => [key, pence]));
    }
  });
});

describe('What a generated authority is like', () => {
  let events: readonly RecordedEvent[];
  const facts = (type: string) => events.filter((event) => event.type === type).map(({ payload }) => payload as never);
  beforeAll(async () => {
    ({ events } = await recorded({ seed: 23, contracts: 200, events: 8_000 }));
  });

  it('has what authorities have: everything that a workbook can say', () => {
    const types = new Set(events.map(({ type }) => type));
    for (const type of [
      ...['ProviderRegistered', 'ProviderVaried', 'ContractRegistered', 'ReportingScheduleAgreed', 'MembersAgreed', 'MeasureDefined', 'CommitmentMade', 'TargetAgreed'],
      ...['CommitmentVaried', 'CommitmentCorrected', 'BreakClauseAgreed', 'OpeningBalanceBroughtForward', 'DeliveryReported', 'DeliveryCorrected', 'DeliveryValidated'],
      ...['DeliveryQueried', 'DeliveryRejected', 'ReturnSubmitted', 'YearClosed'],
    ]) {
      expect([...types]).toContain(type);
    }
    expect(facts('ReturnSubmitted').some(({ nil }: { nil: boolean }) => nil)).toBe(true);
    expect(facts('DeliveryValidated').some(({ part }: { part: boolean }) => part)).toBe(true);
    expect(facts('CommitmentMade').some(({ terms }: { terms: { basis: string } }) => terms.basis === 'beyond contract')).toBe(true);
    expect(new Set(facts('BreakClauseAgreed').map(({ condition }: { condition: { kind: string } }) => condition.kind)).size).toBe(3);
  });

  it('has contract values with a heavy tail: the largest tenth holds more than half of all', () => {
    const values = facts('ContractRegistered').map(({ terms }: { terms: { valuePence: number } }) => terms.valuePence).sort((a, b) => b - a);
    const sum = (some: readonly number[]) => some.reduce((total, one) => total + one, 0);
    expect(sum(values.slice(0, 20)) / sum(values)).toBeGreaterThan(0.5);
    expect(values[0]! / sum(values)).toBeLessThan(0.5);
    expect(values[100]! / 100).toBeGreaterThan(200_000);
    expect(values[100]! / 100).toBeLessThan(2_000_000);
  });

  it('has evidence that comes after its year was closed', () => {
    const closed = events.find(({ type, payload }) => type === 'YearClosed' && (payload as { year: string }).year === '2023/24')!;
    const late = events.filter(({ type, position, payload }) => type === 'DeliveryCorrected' && position > closed.position && (payload as { to: string }).to <= '2024-03-31');
    expect(late.length).toBeGreaterThan(3);
  });

  it('says few things twice', () => {
    const sentences = facts('CommitmentMade').map(({ bidSentence }: { bidSentence: { sha256: string } | null }) => bidSentence);
    expect(sentences.length).toBeGreaterThan(250);
    const titles = facts('ContractRegistered').map(({ terms }: { terms: { title: string } }) => terms.title);
    expect(new Set(titles).size).toBeGreaterThan(titles.length * 0.97);
    const names = facts('ProviderRegistered').map(({ terms }: { terms: { name: string } }) => terms.name);
    expect(new Set(names).size).toBe(names.length);
  });

  it('has nothing licensed in it', () => {
    expect(JSON.stringify(events)).not.toMatch(/\bTOMs?\b|\bHACT\b|\bNT\d/);
  });
});

describe('What cannot be made is refused', () => {
  const refused = async (over: Partial<HistoryAsked>, made: Room = room()) => {
    const failure = await recordHistory(made, settingOf(1), { ...small, ...over }).then(() => undefined, (error: Error) => error);
    return failure?.message;
  };

  it.each([
    [{ events: 411 }, /--events.*at least 412 for 16 contracts.*for 15 contracts or fewer/s],
    [{ events: 30_000 }, /--events.*at most 19,260 for 16 contracts.*for 25 contracts or more/s],
    [{ contracts: 0 }, /--contracts.*whole number from 1/s],
    [{ contracts: 2.5 }, /--contracts/],
    [{ seed: -1 }, /--seed.*whole number from 0/s],
    [{ events: Number.NaN }, /--events/],
  ])('%j', async (over, words) => {
    expect(await refused(over)).toMatch(words);
  });

  it('into an authority that holds something', async () => {
    const made = await recorded({ seed: 3, contracts: 2, events: 150 });
    const before = await made.ledger.head(CODE);
    expect(await refused({}, made)).toMatch(/must be an authority without an entry, and its ledger holds 1\d\d entries already/);
    expect(await made.ledger.head(CODE)).toEqual(before);
  });

  it('a history that would lie in the future', async () => {
    expect(await refused({}, room('2026-01-01T00:00:00.000Z'))).toMatch(/must not lie before 2026-05-18/);
  });
});
