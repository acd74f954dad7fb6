import { createHash } from 'node:crypto';
import { systemClock } from '#domain/kernel/clock.js';
import type { NewEvent } from '#domain/kernel/event.js';
import { MemoryStore } from '#engine/projections/memory-store.js';
import { Projector } from '#engine/projections/projector.js';
import { StateCache } from '#engine/projections/state-cache.js';
import { generateEvents, seedOfThisRun } from '../../../../test/support/generate-events/generate-events.js';
import { naiveRegister, type Register } from '../../../../test/support/naive-register.js';
import { importFacts, worldInMemory, worldOnPostgres, type World } from '../../../../test/support/world.js';
import { MemoryRegisterStore } from '../store/memory-register-store.js';
import type { RegisterStore } from '../store/register-store.js';
import { registerProjection } from './register.projection.js';

const AUTHORITY = 'testshire';
const seed = seedOfThisRun();
const ALL = { directorate: null, provider: null, status: null, searched: null, after: null, limit: 10_000 };

describe.each([0, 1, 2, 3, 4, 5])('the register of a generated history (%d)', (number) => {
  let memory: World;
  beforeAll(async () => {
    memory = worldInMemory();
    await importFacts(memory, AUTHORITY, historyFrom(seed + number));
  });
  afterAll(() => memory.end());

  it('equals a plain second reading of the ledger', async () => {
    const events = await memory.parts.ledger.read(AUTHORITY, 0, 10_000);
    const register = await registerIn(memory.parts.register);
    const naive = naiveRegister(events);
    expect(register.contracts).toEqual(naive.contracts);
    expect(register.waiting.map(({ sharedFiles: _, ...report }) => report)).toEqual(naive.waiting.map(({ sharedFiles: _, ...report }) => report));
    expect(filesIn(register)).toEqual(filesIn(naive));
    expect(register.waiting.length).toBeGreaterThan(0);
  });

  it('is the same in small batches, with room in memory for one state', async () => {
    const { ledger, register } = memory.parts;
    const store = new MemoryStore();
    const settings = { batch: 7, clock: systemClock, flushed: () => undefined };
    const projector = new Projector(registerProjection, AUTHORITY, ledger, store, new StateCache(1), settings);
    while ((await projector.advance()) === 'more');
    expect(await registerIn(new MemoryRegisterStore(store))).toEqual(await registerIn(register));
  });
});

describe('the register in PostgreSQL', () => {
  let memory: World;
  let postgres: World;
  beforeAll(async () => {
    memory = worldInMemory();
    postgres = await worldOnPostgres();
    for (const world of [memory, postgres]) await importFacts(world, AUTHORITY, historyFrom(seed));
  });
  afterAll(async () => {
    await memory.end();
    await postgres.end();
  });

  it('equals the one in memory', async () => {
    const inMemory = await registerIn(memory.parts.register);
    // salted, so that a text's digest is another in each ledger
    expect(withoutDigests(await registerIn(postgres.parts.register))).toEqual(withoutDigests(inMemory));
    expect(filesIn(inMemory).length).toBeGreaterThan(0);
  });

  it('is the same after a rebuild', async () => {
    const before = await registerIn(postgres.parts.register);
    await postgres.parts.engine.rebuild('register');
    expect(await registerIn(postgres.parts.register)).toEqual(before);
  });
});

/** A history whose evidence has files, a few of them behind several reports. */
function historyFrom(start: number): readonly { readonly stream: string; readonly event: NewEvent }[] {
  let pieces = 0;
  return generateEvents({ seed: start, events: 500, contracts: 8 }).map(({ stream, event }) => {
    const { evidence } = event.payload as { evidence?: unknown };
    if (!Array.isArray(evidence)) return { stream, event };
    const withFiles = evidence.map((piece: object) => ({ ...piece, sha256: hashOf(pieces++) }));
    return { stream, event: { ...event, payload: { ...event.payload, evidence: withFiles } } };
  });
}

/** One in four has no file; of the others every third is the file of an earlier one. */
function hashOf(piece: number): string | null {
  if (piece % 4 === 0) return null;
  return createHash('sha256').update(`file ${piece % 3 === 0 ? piece % 10 : piece}`).digest('hex');
}

function registerIn(store: RegisterStore): Promise<Register> {
  return store.read(AUTHORITY, async (view) => ({ contracts: await view.contracts(ALL), waiting: await view.waiting(0, 10_000) }));
}

function filesIn({ waiting }: Register) {
  return waiting.flatMap(({ report, sharedFiles }) => sharedFiles.map((file) => ({ report, ...file })));
}

function withoutDigests({ contracts, waiting }: Register): Register {
  const mark = (digest: string | null) => (digest === null ? null : 'a digest');
  return {
    contracts,
    waiting: waiting.map((report) => ({
      ...report,
      said: mark(report.said),
      description: mark(report.description),
      question: mark(report.question),
      answer: mark(report.answer),
    })),
  };
}
