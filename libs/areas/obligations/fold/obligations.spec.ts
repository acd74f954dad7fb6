import { systemClock } from '#domain/kernel/clock.js';
import { MemoryStore } from '#engine/projections/memory-store.js';
import { Projector } from '#engine/projections/projector.js';
import { StateCache } from '#engine/projections/state-cache.js';
import { seedOfThisRun } from '../../../../test/support/generate-events/generate-events.js';
import { type NaiveObligation, naiveObligations } from '../../../../test/support/obligations/naive-obligations.js';
import { historyWithDuties } from '../../../../test/support/obligations/with-duties.js';
import { importFacts, worldInMemory, worldOnPostgres, type World } from '../../../../test/support/world.js';
import { MemoryObligationsStore } from '../store/memory-obligations-store.js';
import type { ObligationsStore, StoredObligation } from '../store/obligations-store.js';
import { obligationsProjection } from './obligations.projection.js';

const AUTHORITY = 'testshire';
const EVENTS = 450;
const seed = seedOfThisRun();

describe.each([0, 1, 2])('the obligations of a generated history (%d)', (number) => {
  let memory: World;
  beforeAll(async () => {
    memory = worldInMemory();
    await importFacts(memory, AUTHORITY, historyWithDuties(seed + number, EVENTS));
  });
  afterAll(() => memory.end());

  it('equal a plain second reading of the ledger, now and as known at any entry', async () => {
    const events = await memory.parts.ledger.read(AUTHORITY, 0, 10_000);
    expect(new Set(events.map(({ type }) => type)).has('BankHolidaysRecorded')).toBe(true);
    expect(compared(await obligationsIn(memory.parts.obligations, null))).toEqual(sorted(naiveObligations(events)));
    for (let position = 1 + number; position <= events.length; position += 23) {
      expect({ position, found: compared(await obligationsIn(memory.parts.obligations, position)) }).toEqual({ position, found: sorted(naiveObligations(events.slice(0, position))) });
    }
  });

  it('are the same in small batches, with room in memory for one state', async () => {
    const { ledger, obligations } = memory.parts;
    const store = new MemoryStore();
    const settings = { batch: 7, clock: systemClock, flushed: () => undefined };
    const projector = new Projector(obligationsProjection, AUTHORITY, ledger, store, new StateCache(1), settings);
    while ((await projector.advance()) === 'more');
    expect(sameTwice(store)).toEqual([]);
    for (const position of [null, 200]) {
      expect(await obligationsIn(new MemoryObligationsStore(store), position)).toEqual(await obligationsIn(obligations, position));
    }
  });
});

describe('the obligations in PostgreSQL', () => {
  let memory: World;
  let postgres: World;
  beforeAll(async () => {
    memory = worldInMemory();
    postgres = await worldOnPostgres();
    for (const world of [memory, postgres]) await importFacts(world, AUTHORITY, historyWithDuties(seed, EVENTS));
  });
  afterAll(async () => {
    await memory.end();
    await postgres.end();
  });

  it('equal those in memory, and are the same after a rebuild', async () => {
    const inMemory = await everything(memory);
    expect(await everything(postgres)).toEqual(inMemory);
    await postgres.parts.engine.rebuild('obligations');
    expect(await everything(postgres)).toEqual(inMemory);
  });
});

/** The obligations of which two rows in a row say the same. */
function sameTwice(store: MemoryStore): readonly string[] {
  const latest = new Map<string, string>();
  const entries = [...store.rows('obligation_entry', AUTHORITY)].sort((a, b) => Number(a['position']) - Number(b['position']));
  expect(entries.length).toBeGreaterThan(100);
  return entries.flatMap(({ obligation, position: _, ...row }) => {
    const says = JSON.stringify(row);
    const same = latest.get(obligation as string) === says;
    latest.set(obligation as string, says);
    return same ? [obligation as string] : [];
  });
}

const everything = ({ parts }: World) => Promise.all([null, 50, 200, 400].map((position) => obligationsIn(parts.obligations, position)));

function obligationsIn(store: ObligationsStore, position: number | null): Promise<readonly StoredObligation[]> {
  const all = { on: '2024-07-01', provider: null, contract: null, kinds: null, states: null, dueBy: null, dueAfter: null, after: null, limit: 100_000 };
  return store.read(AUTHORITY, (view) => view.obligations({ ...all, position }));
}

/** What is found, as the second reading tells it. */
function compared(found: readonly StoredObligation[]): readonly NaiveObligation[] {
  return sorted(
    found.map(({ kind, contract, provider, from, to, about, obligation, dueOn, closedOn, extension, missed, setAside, beforeRecord }) => {
      const number = obligation.split('/').at(-1)!;
      const [what, numbered] = {
        return: [`${from}/${to}`, ''],
        'answer a query': [about, number],
        'review a report': [about, number],
        'answer a request for more time': [`${about} ${from}`, number],
        'decide on a condition': [about, ''],
        'improvement step': [about.split(',')[0], number],
        'put a breach right': [about, ''],
      }[kind];
      const marks = kind === 'return' ? `${extension ?? '-'} ${setAside ? 'MissedReturnSetAside' : missed ? 'ReturnMissed' : '-'}${beforeRecord ? ' before' : ''}` : '';
      return { name: [kind, contract, provider, what, numbered].join('|'), dueOn, closedOn, marks };
    }),
  );
}

function sorted(obligations: readonly NaiveObligation[]): readonly NaiveObligation[] {
  return [...obligations].sort((a, b) => (a.name < b.name ? -1 : 1));
}
