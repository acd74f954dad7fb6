import fc from 'fast-check';
import { SettableClock } from '#domain/kernel/clock.js';
import type { RecordedEvent } from '#domain/kernel/event.js';
import { ledgerDatabase, type LedgerDatabase } from '../../../test/support/ledger-database.js';
import { sha256 } from './commands-for-tests.js';
import { firstCatalogue, note, promise } from './conformance-events.js';
import type { AppendGroup, ImportBatch, Ledger } from './ledger.js';
import { MemoryLedger } from './memory-ledger.js';

let there: LedgerDatabase;

beforeAll(async () => {
  there = await ledgerDatabase();
});

afterAll(() => there.close());

/** What is done to a ledger: an append or an import, some of them repeated, stale or in conflict, at some moment. */
interface Step {
  readonly kind: 'append' | 'import';
  readonly command: number;
  readonly request: number;
  readonly writes: readonly { readonly stream: number; readonly behind: number; readonly events: number }[];
  readonly reference: number | null;
  readonly seconds: number;
}

const step: fc.Arbitrary<Step> = fc.record({
  kind: fc.constantFrom('append', 'append', 'import'),
  command: fc.nat(12),
  request: fc.nat(1),
  writes: fc.uniqueArray(
    fc.record({ stream: fc.nat(3), behind: fc.constantFrom(0, 0, 0, 0, 1), events: fc.integer({ min: 1, max: 3 }) }),
    { minLength: 1, maxLength: 3, selector: ({ stream }) => stream },
  ),
  reference: fc.option(fc.nat(5)),
  seconds: fc.integer({ min: -5, max: 10 }),
});

describe('the twins', () => {
  it('give the same answers to any history', async () => {
    let run = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 25 }), async (steps) => {
        const authority = `authority-${++run}`;
        const answers = [];
        for (const make of [postgres, memory]) {
          const clock = new SettableClock('2026-01-05T09:00:00.000Z');
          answers.push(await live(make(clock), clock, authority, steps));
        }
        expect(answers[0]).toEqual(answers[1]);
      }),
      { numRuns: 40 },
    );
  });
});

const postgres = (clock: SettableClock): Ledger => there.ledger(firstCatalogue, { clock });
const memory = (clock: SettableClock): Ledger => new MemoryLedger({ catalogue: firstCatalogue, clock });

async function live(ledger: Ledger, clock: SettableClock, authority: string, steps: readonly Step[]): Promise<unknown> {
  await ledger.open(authority, 'Fenmarch Council');
  const versions = new Map<string, number>();
  const outcomes = [];
  for (const one of steps) {
    clock.set(new Date(Date.parse(clock.now()) + one.seconds * 1_000).toISOString());
    const outcome = await (one.kind === 'append'
      ? ledger.append(groupOf(authority, one, versions))
      : ledger.import(batchOf(authority, one, versions)));
    if (outcome.outcome === 'appended') for (const [stream, version] of Object.entries(outcome.versions)) versions.set(stream, version);
    outcomes.push(outcome);
  }
  const { recordedAt, position } = (await ledger.head(authority))!;
  const moments = Array.from({ length: 8 }, (_, i) => new Date(Date.parse('2026-01-05T09:00:00.000Z') + (i - 2) * 17_000).toISOString());
  return {
    outcomes,
    position,
    recordedAt,
    entries: (await ledger.read(authority, 0, 1_000)).map(withoutId),
    stream: (await ledger.readStream(authority, 'stream:1', 1, Math.ceil(position / 2))).map(withoutId),
    some: (await ledger.readPositions(authority, [4, 2, 100])).map(withoutId),
    references: await Promise.all([0, 1, 2, 3, 4, 5].map((i) => ledger.find(authority, 'contract', `C${i}`))),
    commands: await Promise.all(Array.from({ length: 13 }, (_, i) => ledger.recorded(authority, `command ${i}`))),
    positions: await Promise.all(moments.map((moment) => ledger.positionAt(authority, moment))),
    verified: await ledger.verify(authority),
  };
}

const streamOf = ({ stream }: Step['writes'][number]): string => `stream:${stream}`;
const expected = (write: Step['writes'][number], versions: ReadonlyMap<string, number>): number =>
  Math.max(0, (versions.get(streamOf(write)) ?? 0) - write.behind);
const eventsOf = ({ events, stream }: Step['writes'][number]) =>
  Array.from({ length: events }, (_, i) => (i % 2 === 0 ? note(`${stream}, ${i}`) : promise('jobs', i)));

const names = (authority: string, { command, request }: Step) => ({
  authority,
  commandId: `command ${command}`,
  requestHash: sha256(`request ${request}`),
  actor: 'person-1',
  answer: { command },
});
const references = ({ reference, writes }: Step) =>
  reference === null ? [] : [{ kind: 'contract', reference: `C${reference}`, stream: streamOf(writes[0]!) }];

const groupOf = (authority: string, one: Step, versions: ReadonlyMap<string, number>): AppendGroup => ({
  ...names(authority, one),
  writes: one.writes.map((write) => ({ stream: streamOf(write), expectedVersion: expected(write, versions), events: eventsOf(write) })),
  references: references(one),
});

const batchOf = (authority: string, one: Step, versions: ReadonlyMap<string, number>): ImportBatch => ({
  ...names(authority, one),
  expectedVersions: new Map(one.writes.map((write) => [streamOf(write), expected(write, versions)])),
  events: one.writes.flatMap((write) => eventsOf(write).map((event) => ({ stream: streamOf(write), event }))),
  references: references(one),
});

const withoutId = ({ eventId: _, ...rest }: RecordedEvent): Omit<RecordedEvent, 'eventId'> => rest;
