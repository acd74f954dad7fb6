import { type Parts, partsOnPostgres } from '../../apps/assembly/parts.js';
import { AskTotalsHandler } from '../../libs/areas/totals/ask-totals/ask-totals.query.js';
import { AMOUNTS } from '../../libs/areas/totals/fold/amounts.js';
import { AskTotalsQuery, DIMENSIONS, type Dimension, totalsProjection } from '#areas/totals/index.js';
import { systemClock } from '#domain/kernel/clock.js';
import { dateIn } from '#domain/kernel/date.js';
import type { RecordedEvent } from '#domain/kernel/event.js';
import type { Database } from '#engine/database/database.js';
import { openDatabase } from '#engine/database/open-database.js';
import type { Ledger } from '#engine/ledger/ledger.js';
import { Engine } from '#engine/projections/engine.js';
import { type MemoryStore, MemoryStores } from '#engine/projections/memory-store.js';
import { Signals } from '#engine/projections/signals.js';
import { allMigrations } from './migrations.js';
import { naiveCoverage, naiveTotals, type StoredEvent } from './naive-count/naive-count.js';
import { type DerivedRows, derivedRows, differencesOfDerived, statementOnTotals, TOTALS } from './reconcile-derived.js';

/** What is to be reconciled: a world's parts, with its database where it has one. */
export interface Reconcilable {
  readonly parts: Pick<Parts, 'ledger' | 'engine' | 'totals' | 'clock'>;
  readonly database?: Database | undefined;
}

/** How much of an authority was compared. */
export interface Reconciled {
  readonly authority: string;
  readonly position: number;
  /** Entries of the journal. */
  readonly entries: number;
  readonly cells: number;
  /** Rows of totals that the naive count gives too. */
  readonly rows: number;
  /** Rows of closings and snapshots; none in memory. */
  readonly derived?: DerivedRows | undefined;
}

const differences = statementOnTotals('reconcile-journal-with-cells');

/**
 * Every authority of a world: the sums of its journal are its cells, its closings and its snapshots; journal and cells are
 * what a fresh fold of its ledger gives; and every total, and what it covers, is what the naive count of its raw events
 * gives, now and in the past.
 * @param only these authorities, where the others are not of interest
 */
export async function reconcile({ parts, database }: Reconcilable, only?: readonly string[]): Promise<readonly Reconciled[]> {
  const heads = await parts.ledger.heads();
  const authorities = heads.filter(({ authority, position }) => position > 0 && (only?.includes(authority) ?? true)).map(({ authority }) => authority);
  if (authorities.length === 0) throw new Error('There is no authority with an entry, so nothing would be reconciled.');
  const reconciled: Reconciled[] = [];
  for (const authority of authorities) reconciled.push(await reconcileOne(authority, parts, database));
  return reconciled;
}

/** The same for a running server: on its PostgreSQL, with parts of our own beside it. */
export async function reconcileServer({ dataDir }: { readonly dataDir: string }, only?: readonly string[]): Promise<readonly Reconciled[]> {
  const opened = await openDatabase({ dataDir, join: true, purpose: 'test', now: systemClock.now(), say: () => undefined, migrations: allMigrations() });
  const { database } = opened;
  const parts = partsOnPostgres({ database, clock: systemClock, clockIsSet: false, dataDir, foldWhenAsked: true });
  try {
    return await reconcile({ parts, database }, only);
  } finally {
    await parts.close();
    await opened.stop();
  }
}

async function reconcileOne(authority: string, parts: Reconcilable['parts'], database: Database | undefined): Promise<Reconciled> {
  await parts.engine.catchUp(authority);
  await parts.engine.upkeep(authority);
  const events = await everyEvent(parts.ledger, authority);
  const fresh = await freshFold(parts.ledger, authority);
  const journal = fresh.rows('journal', authority);
  const cells = fresh.rows('cell', authority);
  expect(sumsOf(journal)).toEqual(sumsOf(cells));
  let derived: DerivedRows | undefined;
  if (database) {
    const ask = (text: string, values: readonly unknown[]) => database.read([authority], (tx) => tx.query(text, values));
    expect(await ask(differences, [authority])).toEqual([]);
    expect(await differencesOfDerived(ask, authority, blockOf(parts.engine))).toEqual([]);
    derived = await derivedRows(ask, authority);
    for (const table of Object.keys(totalsProjection.tables)) await compareTable(table, authority, fresh, database);
  }
  const rows = await compareWithNaiveCount(authority, parts, events);
  return { authority, position: events.length, entries: journal.length, cells: cells.length, rows, derived };
}

/** After how many positions an engine closes the totals. */
function blockOf(engine: Engine): number {
  const totals = engine.projections.find(({ name }) => name === totalsProjection.name);
  return totals!.derived!['closing']!.derive!.every;
}

async function everyEvent(ledger: Ledger, authority: string): Promise<readonly RecordedEvent[]> {
  const events: RecordedEvent[] = [];
  for (let page = await ledger.read(authority, 0, 5_000); page.length > 0; page = await ledger.read(authority, events.length, 5_000)) events.push(...page);
  return events;
}

async function freshFold(ledger: Ledger, authority: string): Promise<MemoryStore> {
  const stores = new MemoryStores();
  const signals = new Signals();
  const engine = new Engine(ledger, stores, [totalsProjection], signals);
  await engine.catchUp(authority);
  await engine.stop();
  signals.close();
  return stores.of(totalsProjection);
}

type Row = Readonly<Record<string, unknown>>;

const PLACE = ['dimension', 'due_on', 'year', 'posted_year'];

/** Amounts that are not 0, by their place and column: of entries of the journal added up, of cells as they are. */
function sumsOf(rows: readonly Row[]): ReadonlyMap<string, bigint> {
  const sums = new Map<string, bigint>();
  for (const row of rows) {
    for (const column of AMOUNTS) {
      const place = placeOf(row, column);
      sums.set(place, (sums.get(place) ?? 0n) + BigInt((row[column] as number | bigint | null) ?? 0));
    }
  }
  return new Map([...sums].filter(([, sum]) => sum !== 0n).sort(([one], [other]) => (one < other ? -1 : 1)));
}

function placeOf(row: Row, column: string): string {
  return JSON.stringify([...PLACE.map((name) => String(row[name])), column]);
}

/** A table in PostgreSQL holds, row for row, what a fresh fold gives. */
async function compareTable(table: string, authority: string, fresh: MemoryStore, database: Database): Promise<void> {
  const columns = Object.keys(totalsProjection.tables[table as keyof typeof totalsProjection.tables].columns);
  const list = columns.map((column) => `"${column}"::text as "${column}"`).join(', ');
  const kept = await database.read([authority], (tx) => tx.query<Row>(`select ${list} from ${TOTALS}."${table}" where authority = $1`, [authority]));
  const asText = (row: Row): string => JSON.stringify(columns.map((column) => textOf(row[column])));
  expect({ table, rows: kept.map(asText).sort() }).toEqual({ table, rows: fresh.rows(table, authority).map(asText).sort() });
}

/** A value as text, JSON in one spelling. */
function textOf(value: unknown): string | null {
  if (value === null || value === undefined) return null;
  const text = typeof value === 'object' ? JSON.stringify(value) : String(value as string | number | bigint | boolean);
  return /^[[{]/.test(text) ? JSON.stringify(sorted(JSON.parse(text))) : text;
}

function sorted(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)));
}

const EVERYTHING = DIMENSIONS.filter((dimension) => dimension !== 'quarter' && dimension !== 'tag');

interface Asked {
  readonly by: readonly Dimension[];
  readonly yearBasis: 'delivered' | 'posted';
  /** Half-way back. */
  readonly past?: true;
  /** Only of this year. */
  readonly year?: string;
  /** Whether what it covers is compared, too. */
  readonly covers?: true;
}

const QUESTIONS: readonly Asked[] = [
  // cells and snapshots answer these
  { by: EVERYTHING, yearBasis: 'delivered' },
  { by: EVERYTHING, yearBasis: 'posted' },
  { by: ['tag', 'contract-basis', 'year'], yearBasis: 'posted' },
  { by: EVERYTHING, yearBasis: 'delivered', past: true },
  { by: EVERYTHING, yearBasis: 'posted', past: true },
  // of these quarters are told apart by snapshots, and stocks replayed
  { by: ['quarter', 'contract-basis', 'measure'], yearBasis: 'delivered' },
  { by: ['quarter', 'contract-basis', 'measure'], yearBasis: 'delivered', past: true },
  // and closings answer these
  { by: ['year', 'theme'], yearBasis: 'delivered', covers: true },
  { by: ['year', 'theme'], yearBasis: 'posted' },
  { by: ['year', 'theme'], yearBasis: 'delivered', past: true, covers: true },
  { by: ['year', 'theme'], yearBasis: 'posted', past: true },
  { by: ['contract-basis', 'outcome', 'measure', 'money'], yearBasis: 'delivered', past: true },
  { by: ['theme'], yearBasis: 'delivered', year: '2024/25', covers: true },
  { by: ['theme'], yearBasis: 'delivered', year: '2024/25', past: true, covers: true },
];

async function compareWithNaiveCount(authority: string, { totals, ledger, clock }: Reconcilable['parts'], events: readonly RecordedEvent[]): Promise<number> {
  const stored = events as readonly StoredEvent[];
  const today = dateIn(clock.now());
  const halfWay = Math.ceil(events.length / 2);
  let rows = 0;
  for (const { by, yearBasis, past, year, covers } of QUESTIONS) {
    const asked = { by, where: year ? [`year=${year}`] : [], yearBasis, knownAt: past ? String(halfWay) : undefined };
    const known = { today, ...(past ? { position: halfWay } : {}) };
    const answer = await new AskTotalsHandler(totals, ledger, clock).execute(new AskTotalsQuery(authority, asked));
    const naive = naiveTotals(stored, { by, yearBasis, ...known, ...(year ? { where: { year: [year] } } : {}) });
    expect({ authority, asked, rows: comparable(answer.rows) }).toEqual({ authority, asked, rows: comparable(naive) });
    rows += naive.length;
    if (!covers) continue;
    const covered = naiveCoverage(stored, { ...known, ...(year ? { years: [year] } : {}) });
    expect({ authority, asked, coverage: answer.coverage }).toMatchObject({ authority, asked, coverage: inContractsAndPence(covered) });
  }
  return rows;
}

/** The naive coverage, told as the answer tells it. */
function inContractsAndPence({ contracts, withCommitments, returned, decided }: ReturnType<typeof naiveCoverage>): object {
  const value = { contracts: contracts.pence, withCommitments: withCommitments.pence, returned: returned.pence, decided: decided.pence };
  return { contracts: contracts.number, withCommitments: withCommitments.number, returned: returned.number, decided: decided.number, value };
}

/** Rows in one order, without what only one side has: ids, and the additional quantity, which COUNTING.md does not define. */
function comparable(rows: readonly { readonly key: object; readonly pence: object; readonly quantities: readonly object[] }[]): readonly string[] {
  const spelled = ({ key, pence, quantities }: (typeof rows)[number]) => ({
    key: sorted(key),
    pence: sorted(pence),
    quantities: quantities
      .map((row) => Object.entries(row).filter(([name]) => name !== 'additional').sort(([one], [other]) => (one < other ? -1 : 1)))
      .filter((row) => row.some(([name, value]) => name !== 'measure' && name !== 'unit' && value !== '0'))
      .map((row) => JSON.stringify(row))
      .sort(),
  });
  // a row may be left with nothing but a trace of the additional quantity
  const saysSomething = ({ pence, quantities }: (typeof rows)[number]) => quantities.length > 0 || Object.values(pence).some((figure) => figure !== null && figure !== 0);
  return rows
    .filter((row) => saysSomething({ ...row, quantities: spelled(row).quantities as unknown as readonly object[] }))
    .map((row) => JSON.stringify(spelled(row)))
    .sort();
}
