import { AskKeptHandler } from '../../libs/areas/totals/ask-kept/ask-kept.query.js';
import { AskTotalsHandler } from '../../libs/areas/totals/ask-totals/ask-totals.query.js';
import { AskKeptQuery, AskTotalsQuery, DIMENSIONS, type Dimension } from '#areas/totals/index.js';
import type { NewEvent } from '#domain/kernel/event.js';
import { asStored, generateEvents, seedOfThisRun } from '../support/generate-events/generate-events.js';
import { naiveKept, naiveTotals } from '../support/naive-count/naive-count.js';
import { reconcile } from '../support/reconcile.js';
import { importFacts, type World, worldInMemory, worldOnPostgres } from '../support/world.js';

const AUTHORITY = 'testshire';
const TODAY = '2026-11-20';
const EVENTS = 900;

const seed = seedOfThisRun();
const generated = generateEvents({ seed, events: EVENTS, contracts: 12 });
// one import records everything at one moment, so that *due* is taken on one day
const stored = asStored(generated, AUTHORITY).map((event) => ({ ...event, recordedAt: `${TODAY}T12:00:00.000Z` }));
const random = numbersFrom(seed);

/** Ten combinations of one to four dimensions, the days and bases they are asked for, now and at three past positions. */
const combinations = Array.from({ length: 10 }, (_, index) => ({
  by: DIMENSIONS.filter(() => random() < 0.2).slice(0, 4),
  yearBasis: index % 2 === 0 ? ('delivered' as const) : ('posted' as const),
  deliveredTo: index % 3 === 2 ? '2025-09-30' : undefined,
}));
const moments = [EVENTS, ...[0.35, 0.6, 0.85].map((part) => Math.floor(EVENTS * part))];
const questions = combinations.flatMap((combination) => moments.map((position) => ({ ...combination, position })));

type Question = (typeof questions)[number];
type Counted = ReturnType<typeof naiveTotals>;
/** Counted once for both places. */
const counted = new Map<Question, Counted>();

function countedFor(question: Question): Counted {
  const { by, yearBasis, deliveredTo, position } = question;
  const naive = counted.get(question) ?? naiveTotals(stored, { by, yearBasis, today: TODAY, ...(deliveredTo ? { deliveredTo } : {}), ...(position === EVENTS ? {} : { position }) });
  counted.set(question, naive);
  return naive;
}

describe.each([
  ['in PostgreSQL', worldOnPostgres],
  ['in memory', () => Promise.resolve(worldInMemory())],
])('any combination of dimensions, %s', (_name, makeWorld) => {
  let world: World;
  beforeAll(async () => {
    world = await makeWorld();
    await importFacts(world, AUTHORITY, generated as readonly { stream: string; event: NewEvent }[]);
  });
  afterAll(async () => {
    expect(await reconcile(world)).toEqual([expect.objectContaining({ authority: AUTHORITY, position: EVENTS })]);
    await world.end();
  });

  it.each(questions)('equals the naive count by $by, $yearBasis basis, delivered to $deliveredTo, at $position', async (question) => {
    const { by, yearBasis, deliveredTo, position } = question;
    const { totals, ledger, clock } = world.parts;
    const asked = { by, where: [], yearBasis, deliveredTo, knownAt: position === EVENTS ? undefined : String(position) };
    const { rows } = await new AskTotalsHandler(totals, ledger, clock).execute(new AskTotalsQuery(AUTHORITY, asked));
    expect(plain(rows)).toEqual(plain(countedFor(question)));
  });

  it.each(['contract', 'theme', 'directorate', 'provider'] as const)('equals the naive share kept by %s', async (by: Dimension) => {
    const { totals, ledger, clock } = world.parts;
    const asked = { by: [by], where: [], deliveredTo: '2026-03-31' };
    const { rows } = await new AskKeptHandler(totals, ledger, clock).execute(new AskKeptQuery(AUTHORITY, asked));
    const naive = naiveKept(stored, { by: [by], deliveredTo: '2026-03-31' });
    const saysSomething = ({ due, overDelivery, unvaluedDue }: { due: number; overDelivery: number; unvaluedDue: number }) => due !== 0 || overDelivery !== 0 || unvaluedDue !== 0;
    expect(rows.filter(saysSomething).map(inOrder)).toEqual(naive.filter(saysSomething).map(inOrder));
  });
});

/** Rows in one order, without what only one side has: ids, and the additional quantity, which COUNTING.md does not define. */
function plain(rows: readonly { key: object; pence: object; quantities: readonly object[] }[]): readonly unknown[] {
  return rows
    .map(({ key, pence, quantities }) => ({
      key: Object.entries(key).sort(),
      pence: Object.entries(pence).sort(),
      quantities: quantities
        .map((row) => Object.entries(row).filter(([figure]) => figure !== 'additional').sort())
        .filter((row) => row.some(([name, value]) => name !== 'measure' && name !== 'unit' && value !== '0'))
        .map((row) => JSON.stringify(row))
        .sort(),
    }))
    // a row may be left with nothing but a trace of the additional quantity
    .filter(({ pence, quantities }) => quantities.length > 0 || pence.some(([, figure]) => figure !== null && figure !== 0))
    .map((row) => JSON.stringify(row))
    .sort();
}

function inOrder(row: object): unknown {
  return Object.entries(row).sort(([a], [b]) => (a < b ? -1 : 1));
}

/** Numbers between 0 and 1, the same for the same seed (mulberry32). */
function numbersFrom(start: number): () => number {
  let state = start >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
