import type { Amount } from '#domain/measures/value.js';
import type { Figure } from '#domain/measures/figures.js';
import { plus } from '#domain/contract/parts.js';
import { quarterOf } from '#domain/kernel/financial-year.js';
import type { TableRow } from '#engine/projections/projection.js';
import type { MemoryStore } from '#engine/projections/memory-store.js';
import { keysOf } from '../ask/stock-rows.js';
import type * as tables from '../fold/tables.js';
import { amountsOf, type StoredAmounts } from './stored-amounts.js';
import type {
  ContractCoverage,
  CountedFigure,
  DimensionRow,
  EntriesQuestion,
  JournalEntry,
  ReachPosition,
  StockVersion,
  SumQuestion,
  SumRow,
  TotalsStore,
  TotalsView,
} from './totals-store.js';

type DimensionTableRow = TableRow<typeof tables.dimension>;
type JournalRow = TableRow<typeof tables.journal>;

/** Reads the totals of the in-memory twin, the plain way: every question goes through the whole journal. */
export class MemoryTotalsStore implements TotalsStore {
  constructor(
    private readonly store: MemoryStore,
    private readonly reach: ReachPosition = () => Promise.resolve(),
  ) {}

  async read<Result>(authority: string, work: (view: TotalsView) => Promise<Result>, atLeast = 0): Promise<Result> {
    if (atLeast > 0) await this.reach(authority, atLeast);
    const { position } = await this.store.standing(authority);
    return work(new MemoryTotalsView(this.store, authority, position));
  }
}

class MemoryTotalsView implements TotalsView {
  private readonly dimensions: ReadonlyMap<string, DimensionRow>;

  constructor(
    private readonly store: MemoryStore,
    private readonly authority: string,
    readonly position: number,
  ) {
    const rows = this.rows<DimensionTableRow>('dimension');
    this.dimensions = new Map(rows.map((row) => [keyOf(row), { ...row, tags: JSON.parse(row.tags) as string[] }]));
  }

  sums(question: SumQuestion): Promise<readonly SumRow[]> {
    const sums = new Map<string, SumRow>();
    for (const entry of this.journal(question.position ?? this.position)) {
      const { dimensions } = entry;
      const isStock = dimensions.combine === 'latest';
      if (isStock && !question.stocksByYear && entry.figure !== 'underCorrection') continue;
      const askedYear = question.yearBasis === 'posted' ? entry.postedYear : entry.year;
      for (const figure of figuresOf(entry, question, isStock)) {
        for (const key of keysOf({ dimensions, askedYear, quarter: quarterOf(entry.to) }, question.by, question.where)) {
          add(sums, { key, measure: dimensions.measure, unit: dimensions.unit, valued: dimensions.valued, amounts: { [figure]: entry.amount } });
        }
      }
    }
    return Promise.resolve([...sums.values()]);
  }

  stockVersions(upTo: number, roles: readonly StockVersion['role'][]): Promise<readonly StockVersion[]> {
    const rows = this.rows<TableRow<typeof tables.stockLine>>('stock_line')
      .filter((row) => Number(row.position) <= upTo && roles.includes(row.role as StockVersion['role']))
      .sort((a, b) => Number(a.position) - Number(b.position) || compare(a.commitment, b.commitment) || a.entry - b.entry);
    return Promise.resolve(
      rows.map((row) => ({
        position: Number(row.position),
        dimensions: this.dimensions.get(keyOf(row))!,
        line: row.line,
        role: row.role as StockVersion['role'],
        from: row.period_from,
        to: row.period_to,
        recorded: row.recorded,
        present: row.present,
        amounts: amountsOf(JSON.parse(row.amounts) as StoredAmounts),
        closedThrough: row.closed_through,
      })),
    );
  }

  coverage(upTo: number, deliveredTo: string | null): Promise<readonly ContractCoverage[]> {
    const latest = new Map<string, TableRow<typeof tables.contractCoverage>>();
    for (const row of this.rows<TableRow<typeof tables.contractCoverage>>('contract_coverage')) {
      const standing = latest.get(row.contract);
      if (Number(row.position) <= upTo && (!standing || row.position > standing.position)) latest.set(row.contract, row);
    }
    const returns = this.rows<TableRow<typeof tables.returnFiled>>('return_filed').filter(({ position }) => Number(position) <= upTo);
    const undecided = this.rows<TableRow<typeof tables.undecided>>('undecided').filter(
      ({ position, period_to }) => Number(position) <= upTo && (deliveredTo === null || period_to <= deliveredTo),
    );
    return Promise.resolve(
      [...latest.values()].map((row) => ({
        contract: row.contract,
        directorate: row.directorate,
        startsOn: row.starts_on,
        endsOn: row.ends_on,
        valuePence: Number(row.value_pence),
        withCommitments: row.with_commitments,
        members: JSON.parse(row.members) as string[],
        reporting: row.reporting as ContractCoverage['reporting'],
        returns: returns
          .filter(({ contract }) => contract === row.contract)
          .map(({ provider, period_from, period_to }) => ({ provider, from: period_from, to: period_to })),
        undecidedYears: waiting(undecided.filter(({ contract }) => contract === row.contract)),
      })),
    );
  }

  reported(): Promise<{ readonly reports: number; readonly pence: number }> {
    const reported = this.rows<TableRow<typeof tables.cell>>('cell').filter(({ reported_pence }) => Number(reported_pence) !== 0);
    return Promise.resolve({ reports: reported.length, pence: reported.reduce((sum, { reported_pence }) => sum + Number(reported_pence), 0) });
  }

  entries({ where, yearBasis, deliveredTo, after, upTo, limit, from }: EntriesQuestion): Promise<readonly JournalEntry[]> {
    const found = this.journal(upTo).filter((entry) => {
      if (entry.position <= after) return false;
      if (deliveredTo !== null && entry.figure !== 'committed' && entry.to > deliveredTo) return false;
      if (from && compareEntries(entry, from) <= 0) return false;
      const askedYear = yearBasis === 'posted' ? entry.postedYear : entry.year;
      return keysOf({ dimensions: entry.dimensions, askedYear, quarter: quarterOf(entry.to) }, [], where).length > 0;
    });
    return Promise.resolve(found.slice(0, limit));
  }

  entry(position: number, commitment: string, entry: number): Promise<JournalEntry | undefined> {
    const is = (one: JournalEntry) => one.position === position && one.entry === entry && one.dimensions.commitment === commitment;
    return Promise.resolve(this.journal(position).find(is));
  }

  /** The journal up to a position, in order. */
  private journal(upTo: number): readonly JournalEntry[] {
    return this.rows<JournalRow>('journal')
      .filter(({ position }) => Number(position) <= upTo)
      .map((row) => ({
        position: Number(row.position),
        entry: row.entry,
        dimensions: this.dimensions.get(keyOf(row))!,
        figure: row.figure as Figure,
        from: row.period_from,
        to: row.period_to,
        year: row.year,
        postedYear: row.posted_year,
        amount: { pence: Number(row.pence), quantity: BigInt(row.quantity) },
      }))
      .sort((a, b) => compareEntries(a, { position: b.position, commitment: b.dimensions.commitment, entry: b.entry }));
  }

  private rows<Row>(table: string): readonly Row[] {
    return this.store.rows(table, this.authority) as unknown as readonly Row[];
  }
}

/** The figures that an entry adds to: its own, and *due* for a target whose period has ended. */
function figuresOf(entry: JournalEntry, { deliveredTo, dueOn }: SumQuestion, isStock: boolean): readonly CountedFigure[] {
  if (entry.figure !== 'committed') return deliveredTo === null || entry.to <= deliveredTo ? [entry.figure] : [];
  return entry.to <= dueOn && !isStock ? ['committed', 'due'] : ['committed'];
}

function add(sums: Map<string, SumRow>, row: SumRow): void {
  const key = JSON.stringify([row.key, row.measure, row.unit, row.valued]);
  const standing = sums.get(key);
  if (!standing) return void sums.set(key, row);
  const amounts: Partial<Record<CountedFigure, Amount>> = { ...standing.amounts };
  for (const [figure, amount] of Object.entries(row.amounts)) {
    amounts[figure as CountedFigure] = plus(amounts[figure as CountedFigure], amount);
  }
  sums.set(key, { ...standing, amounts });
}

function waiting(rows: readonly TableRow<typeof tables.undecided>[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const { year, change } of rows) counts.set(year, (counts.get(year) ?? 0) + change);
  return [...counts].filter(([, count]) => count > 0).map(([year]) => year);
}

function keyOf(row: { commitment: string; provider: string; terms_version: number; provider_version: number }): string {
  return `${row.commitment}\n${row.provider}\n${row.terms_version}\n${row.provider_version}`;
}

function compareEntries(a: JournalEntry, b: { position: number; commitment: string; entry: number }): number {
  return a.position - b.position || compare(a.dimensions.commitment, b.commitment) || a.entry - b.entry;
}

/** By UTF-8 bytes, as PostgreSQL's collation C. */
function compare(a: string, b: string): number {
  return Buffer.compare(Buffer.from(a), Buffer.from(b));
}
