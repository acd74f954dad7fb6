import type { Amount } from '#domain/measures/value.js';
import { plus } from '#domain/contract/parts.js';
import { financialYearOf, periodOfYear, quarterOf } from '#domain/kernel/financial-year.js';
import type { TableRow } from '#engine/projections/projection.js';
import type { MemoryStore } from '#engine/projections/memory-store.js';
import { COLUMNS_OF, ENTERED, type EnteredFigure } from '../fold/amounts.js';
import type * as tables from '../fold/tables.js';
import { keysOf } from '../ask/stock-rows.js';
import { type CountedFact, coverageCounts } from './coverage-counts.js';
import { amountsOf, type StoredAmounts } from './stored-amounts.js';
import type {
  CountedFigure,
  CoverageCounts,
  CoverageQuestion,
  DimensionRow,
  EntriesQuestion,
  JournalEntry,
  ReachPosition,
  StockQuestion,
  StockVersion,
  SumQuestion,
  SumRow,
  TotalsStore,
  TotalsView,
} from './totals-store.js';

type DimensionTableRow = TableRow<typeof tables.dimension>;
type JournalRow = TableRow<typeof tables.journal>;
type CoverageRow = TableRow<typeof tables.contractCoverage>;
type Entry = Omit<JournalEntry, 'figure'> & { readonly figure: EnteredFigure };

const COLUMNS = ENTERED.map((figure, at) => ({ figure, at: at + 1, pence: COLUMNS_OF[figure][0], quantity: COLUMNS_OF[figure][1] }));

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
  private readonly dimensions: ReadonlyMap<bigint, DimensionRow>;

  constructor(
    private readonly store: MemoryStore,
    private readonly authority: string,
    readonly position: number,
  ) {
    const rows = this.rows<DimensionTableRow>('dimension');
    this.dimensions = new Map(rows.map((row) => [BigInt(row.id), { ...row, tags: JSON.parse(row.tags) as string[] }]));
  }

  sums(question: SumQuestion): Promise<readonly SumRow[]> {
    const sums = new Map<string, Sum>();
    for (const entries of this.rowsOfEntries(question.position ?? this.position)) {
      const { dimensions, to, year, postedYear } = entries[0];
      const askedYear = question.yearBasis === 'posted' ? postedYear : year;
      const keys = keysOf({ dimensions, askedYear, quarter: quarterOf(to) }, question.by, question.where);
      for (const { amounts } of keys.map((key) => sumFor(sums, key, dimensions))) {
        for (const entry of entries) {
          for (const figure of figuresOf(entry, question)) {
            if (question.figures?.has(figure) !== false) amounts[figure] = plus(amounts[figure], entry.amount);
          }
        }
      }
    }
    return Promise.resolve([...sums.values()].filter(({ amounts }) => Object.keys(amounts).length > 0));
  }

  /** All of them, step by step, which is as good where only the end is asked for; filters are left to whoever asks. */
  stockLines({ position, roles }: StockQuestion): Promise<readonly StockVersion[]> {
    const found = this.rows<TableRow<typeof tables.stockLine>>('stock_line')
      .filter((row) => Number(row.position) <= position && roles.includes(row.role as StockVersion['role']))
      .map((row) => ({ row, dimensions: this.dimensions.get(BigInt(row.dimension))! }))
      .sort((a, b) => Number(a.row.position) - Number(b.row.position) || compare(a.dimensions.commitment, b.dimensions.commitment) || a.row.entry - b.row.entry);
    return Promise.resolve(
      found.map(({ row, dimensions }) => ({
        position: Number(row.position),
        dimensions,
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

  coverage({ position, years, contracts, directorates, endedBy, deliveredTo }: CoverageQuestion): Promise<CoverageCounts> {
    const latest = new Map<string, CoverageRow>();
    for (const row of this.rows<CoverageRow>('contract_coverage')) {
      const standing = latest.get(row.contract);
      if (Number(row.position) <= position && (!standing || row.position > standing.position)) latest.set(row.contract, row);
    }
    const some = (list: readonly string[], value: string) => list.length === 0 || list.includes(value);
    const facts: CountedFact[] = [];
    for (const row of latest.values()) {
      const runs = years.length === 0 || years.some((year) => row.starts_on <= periodOfYear(year).to && row.ends_on >= periodOfYear(year).from);
      if (!runs || !some(contracts, row.contract) || !some(directorates, row.directorate)) continue;
      const count = (fact: CountedFact['fact']) => facts.push({ fact, since: '', contracts: 1, pence: Number(row.value_pence) });
      const earliest = (text: string) => Object.values(JSON.parse(text) as Record<string, string>).filter((date) => some(years, financialYearOf(date)));
      count('in scope');
      if (row.with_commitments) count('with commitments');
      if (earliest(row.missing).some((date) => date <= endedBy)) count('missing');
      if (earliest(row.waiting).some((date) => deliveredTo === null || date <= deliveredTo)) count('waiting');
    }
    return Promise.resolve(coverageCounts(facts, endedBy));
  }

  reported(): Promise<{ readonly reports: number; readonly pence: number }> {
    const reported = this.journal(this.position).filter(({ figure, amount }) => figure === 'reported' && amount.pence !== 0);
    return Promise.resolve({ reports: Math.min(100, reported.length), pence: reported.reduce((sum, { amount }) => sum + amount.pence, 0) });
  }

  entries({ where, yearBasis, deliveredTo, stocks, upTo, limit, from }: EntriesQuestion): Promise<readonly JournalEntry[]> {
    const found = this.journal(upTo).filter((entry): entry is JournalEntry => {
      if (entry.figure === 'stockDue' || (!stocks && entry.dimensions.combine === 'latest' && entry.figure !== 'underCorrection')) return false;
      if (deliveredTo !== null && entry.figure !== 'committed' && entry.to > deliveredTo) return false;
      if (from && compareEntries(entry, from) <= 0) return false;
      const askedYear = yearBasis === 'posted' ? entry.postedYear : entry.year;
      return keysOf({ dimensions: entry.dimensions, askedYear, quarter: quarterOf(entry.to) }, [], where).length > 0;
    });
    return Promise.resolve(found.slice(0, limit));
  }

  /** The journal up to a position, figure by figure, in order. */
  private journal(upTo: number): readonly Entry[] {
    return [...this.rowsOfEntries(upTo)].flat().sort((a, b) => compareEntries(a, { position: b.position, commitment: b.dimensions.commitment, entry: b.entry }));
  }

  /** The same, the figures of a row together, as the rows come. */
  private *rowsOfEntries(upTo: number): Iterable<readonly [Entry, ...Entry[]]> {
    for (const row of this.rows<JournalRow>('journal')) {
      const position = Number(row.position);
      if (position > upTo) continue;
      const { year, posted_year: postedYear, period_from: from, period_to: to } = row;
      const dimensions = this.dimensions.get(BigInt(row.dimension))!;
      const entries: Entry[] = [];
      for (const { figure, at, ...columns } of COLUMNS) {
        const [pence, quantity] = [row[columns.pence], row[columns.quantity]];
        if (pence === null || quantity === null) continue;
        entries.push({ position, dimensions, from, to, year, postedYear, entry: row.entry * 10 + at, figure, amount: { pence: Number(pence), quantity: BigInt(quantity) } });
      }
      const [first, ...others] = entries;
      if (first) yield [first, ...others];
    }
  }

  private rows<Row>(table: string): readonly Row[] {
    return this.store.rows(table, this.authority) as unknown as readonly Row[];
  }
}

/** The figures that an entry adds to: its own, and *due* for a target whose period has ended. */
function figuresOf({ figure, to, dimensions }: Entry, { deliveredTo, dueOn, withinYears }: SumQuestion): readonly CountedFigure[] {
  const isStock = dimensions.combine === 'latest';
  if (isStock && withinYears && figure !== 'underCorrection') return [];
  if (figure === 'stockDue') return to <= dueOn ? ['due'] : [];
  if (figure !== 'committed') return deliveredTo === null || to <= deliveredTo ? [figure] : [];
  return to <= dueOn && !isStock ? ['committed', 'due'] : ['committed'];
}

type Sum = SumRow & { readonly amounts: Partial<Record<CountedFigure, Amount>> };

function sumFor(sums: Map<string, Sum>, key: readonly string[], { measure, unit, valued }: DimensionRow): Sum {
  const name = JSON.stringify([key, measure, unit, valued]);
  const sum = sums.get(name) ?? { key, measure, unit, valued, amounts: {} };
  sums.set(name, sum);
  return sum;
}

function compareEntries(a: Pick<Entry, 'position' | 'dimensions' | 'entry'>, b: { position: number; commitment: string; entry: number }): number {
  return a.position - b.position || compare(a.dimensions.commitment, b.commitment) || a.entry - b.entry;
}

/** By UTF-8 bytes, as PostgreSQL's collation C. */
function compare(a: string, b: string): number {
  return Buffer.compare(Buffer.from(a), Buffer.from(b));
}

