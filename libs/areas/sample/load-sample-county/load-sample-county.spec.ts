import { PostgresDirectory } from '#areas/directory/index.js';
import { PostgresImportedRows } from '#areas/workbook/index.js';
import { eventCatalogue } from '#domain/catalogue.js';
import { SettableClock } from '#domain/kernel/clock.js';
import { randomUUID } from 'node:crypto';
import { ledgerDatabase, type LedgerDatabase } from '../../../../test/support/ledger-database.js';
import { roomForSampleCounty } from '../../../../test/support/sample-county.js';
import { samplePeople } from '../people.js';
import { countyActs } from './county-acts.js';
import { countyImports, WEXCOMBE } from './county-imports.js';
import { loadSampleCounty, type SampleCountyPorts, type SampleCountyProgress } from './load-sample-county.js';

async function load(ports: SampleCountyPorts) {
  const seen: SampleCountyProgress[] = [];
  const outcome = await loadSampleCounty(ports, (one) => seen.push(one));
  return { outcome, seen };
}

/** What somebody records in a ledger by hand. */
const byHand = { authority: WEXCOMBE, commandId: randomUUID(), requestHash: '0'.repeat(64), actor: 'somebody', references: [] };
const closesAYear = [{ stream: 'calendar', expectedVersion: 0, events: [{ type: 'YearClosed', businessDate: '2023-03-31', payload: { year: '2022/23' } }] }];

const { ports, ledger } = roomForSampleCounty();
const loaded = await load(ports);

describe('Loading the sample county', () => {
  it('takes every workbook whole, with the warnings that belong to the story and no other', () => {
    const { outcome, seen } = loaded;
    expect(outcome).toBe('loaded');
    const imports = seen.flatMap(({ imported }) => imported ?? []);
    expect(imports.map(({ folder }) => folder)).toEqual(countyImports.map(({ folder }) => folder));
    for (const { answer } of imports) expect(answer).toMatchObject({ status: 'accepted', problems: [], held: [], counts: { refused: 0, held: 0, unchanged: 0 } });
    const warnings = imports.flatMap(({ folder, answer }) => answer.warnings.map(({ sheet, value, rule }) => `${folder}, ${sheet}: ${value} ${rule}`));
    expect(warnings).toEqual([
      expect.stringMatching(/^02-autumn-2023, targets: 1200000 is worth £.*, more than the whole contract at £/),
      '02-autumn-2023, targets: 1200000 is more than ten times the largest of the commitment’s other targets, 70000',
      '03-year-end-2023-24, deliveries: 2024-03-23 lies outside the contract, which runs from 2024-04-01 to 2028-03-31',
      expect.stringMatching(/^07-winter-2025, deliveries: 445 is worth £95,897.50, more than a fifth of all that was reported to the authority/),
      '07-winter-2025, deliveries: 445 equals what was reported before in 2024/25 (214 for 2024-04-01 to 2024-06-30, 231 for 2024-07-01 to 2024-09-30), as if it were the total to date',
      '10-autumn-2025, deliveries: 7 is more than ten times the largest reported before, 231 in K10-24Q2',
    ]);
  });

  it('records each workbook at its own moment', async () => {
    for (const [index, { at, imported }] of loaded.seen.slice(0, countyImports.length).entries()) {
      expect(at).toBe(new Date(countyImports[index]!.at).toISOString());
      expect(await ledger.recordedAt(WEXCOMBE, imported!.answer.position)).toBe(at);
      expect(await ledger.positionAt(WEXCOMBE, at)).toBe(imported!.answer.position);
    }
  });

  it('then records what its people did by hand, each at its own moment', async () => {
    const done = countyActs.filter(({ at }) => at < '2026-06-01');
    const moments = done.map(({ at }) => new Date(at).toISOString());
    expect(loaded.seen.slice(countyImports.length).map(({ at }) => at)).toEqual(moments);
    const events = await ledger.read(WEXCOMBE, loaded.seen[countyImports.length - 1]!.imported!.answer.position, 1_000);
    expect([...new Set(events.map(({ recordedAt }) => recordedAt))]).toEqual(moments);
    const kinds = new Map<string, number>();
    for (const { type } of events) kinds.set(type, (kinds.get(type) ?? 0) + 1);
    expect(Object.fromEntries(kinds)).toEqual({
      ...{ ReturnMissed: 56, BreakConditionMet: 23, MissedReturnSetAside: 1, BreakConditionSetAside: 1 },
      ...{ BreakClauseTriggered: 3, BreachNoticeServed: 2, BreakClauseWaived: 1, ImprovementPlanAgreed: 1 },
    });
  });

  it('a second time does nothing', async () => {
    const before = await ledger.head(WEXCOMBE);
    expect(await load(ports)).toEqual({ outcome: 'there already', seen: [] });
    expect(await ledger.head(WEXCOMBE)).toEqual(before);
  });

  it('goes on where it was cut off', async () => {
    const { ports, ledger } = roomForSampleCounty('2024-12-01T00:00:00.000Z');
    const cutOff = loadSampleCounty(ports, ({ done }) => {
      if (done === 3) throw new Error('the power failed');
    });
    await expect(cutOff).rejects.toThrow('the power failed');
    const { outcome, seen } = await load(ports);
    expect(outcome).toBe('loaded');
    expect(seen.map(({ done }) => done)).toEqual([4, 5, 6]);
    expect((await ledger.head(WEXCOMBE))!.position).toBe(seen.at(-1)!.imported!.answer.position);
  });

  it('leaves out what is still to come, and adds it once it has', async () => {
    const { ports, clock, ledger } = roomForSampleCounty('2023-12-01T00:00:00.000Z');
    expect((await load(ports)).seen.at(-1)).toMatchObject({ imported: { folder: '02-autumn-2023' }, done: 2, of: 2 });
    expect((await load(ports)).outcome).toBe('there already');
    clock.set('2024-06-01T00:00:00.000Z');
    expect((await load(ports)).seen).toHaveLength(1);
    expect((await ledger.head(WEXCOMBE))!.recordedAt).toBe('2024-05-20T08:30:00.000Z');
  });

  it('leaves alone a county in which somebody has recorded something', async () => {
    const mine = roomForSampleCounty();
    await mine.ledger.open(WEXCOMBE, 'My own Wexcombe');
    await mine.ledger.append({ ...byHand, writes: closesAYear });
    expect(await load(mine.ports)).toEqual({ outcome: 'left alone', seen: [] });

    const begun = roomForSampleCounty('2023-08-01T00:00:00.000Z');
    await load(begun.ports);
    await begun.ledger.append({ ...byHand, writes: closesAYear });
    begun.clock.set('2026-06-01T00:00:00.000Z');
    expect(await load(begun.ports)).toEqual({ outcome: 'left alone', seen: [] });
  });

  it('knows a person of each role', async () => {
    const emails = samplePeople.map(({ email }) => email);
    expect((await ports.directory.known(WEXCOMBE, emails)).size).toBe(6);
    expect(new Set(samplePeople.map(({ role }) => role)).size).toBe(6);
    expect(emails.every((email) => /@[a-z]+\.example$/.test(email))).toBe(true);
  });
});

describe('In PostgreSQL', () => {
  let place: LedgerDatabase;
  beforeAll(async () => {
    place = await ledgerDatabase(4);
  });
  afterAll(() => place.close());

  it('the county is the same, takes this process under half a minute of work, and gives no other authority its clock', async () => {
    const clock = new SettableClock('2026-06-01T12:00:00.000Z');
    const ports: SampleCountyPorts = {
      ...roomForSampleCounty().ports,
      ledgerBy: (byClock) => place.ledger(eventCatalogue, { clock: (authority) => (authority === WEXCOMBE ? byClock : undefined) }),
      directory: new PostgresDirectory(place.database),
      importedRows: new PostgresImportedRows(place.database),
      clock,
    };
    const began = process.cpuUsage();
    const { seen } = await load(ports);
    const { user, system } = process.cpuUsage(began);
    // by the processor's clock: how busy the machine is with others says nothing of the county
    expect((user + system) / 1_000_000).toBeLessThan(30);
    expect(seen).toEqual(loaded.seen);
    const ledger = place.ledger(eventCatalogue);
    expect(await ledger.verify(WEXCOMBE)).toMatchObject({ problems: [] });
    expect((await ledger.head(WEXCOMBE))!.recordedAt).toBe('2026-05-28T15:40:00.000Z');
    expect(await load(ports)).toEqual({ outcome: 'there already', seen: [] });
  }, 180_000);
});
