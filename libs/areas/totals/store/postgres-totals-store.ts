import { readFileSync } from 'node:fs';
import { FIGURES, type Figure } from '#domain/measures/figures.js';
import type { Reads, Transaction } from '#engine/database/database.js';
import { projectionSchema } from '#engine/projections/projection.js';
import { withEachAmount } from '../fold/amounts.js';
import { RHYTHM } from '../fold/tables.js';
import { totalsProjection } from '../fold/totals.projection.js';
import { type ClosedRow, closingsKnow, filtersOf, sumsOfClosings } from './closings-sums.js';
import { conditionsOnAmounts, conditionsOnDimensions } from './conditions.js';
import { type CountedFact, coverageCounts, factsAreCounted } from './coverage-counts.js';
import { type Statement, Values } from './statement.js';
import { amountsOf, type StoredAmounts } from './stored-amounts.js';
import { sumsStatement } from './sums-statement.js';
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

const SCHEMA = projectionSchema(totalsProjection.name, totalsProjection.version);
const sql = (name: string) => withEachAmount(readFileSync(new URL(`./${name}.sql`, import.meta.url), 'utf8')).replaceAll('totals.', `${SCHEMA}.`);
/** Always the same text, and so planned once on each connection. */
const prepared = (name: string) => ({ name: `${SCHEMA}/${name}`, text: sql(name) });

const POSITION = prepared('position');
const CLOSINGS = prepared('closings');
const COVERAGE_COUNTS = prepared('coverage-counts');
const COVERAGE_CONTRACTS = prepared('coverage-contracts');
const REPORTED = prepared('reported');
const STOCK_LINES = sql('stock-lines');
const ENTRIES = sql('entries');

/** Reads the totals that the fold wrote to PostgreSQL, each answer within one snapshot. */
export class PostgresTotalsStore implements TotalsStore {
  constructor(
    private readonly database: Reads,
    private readonly reach: ReachPosition,
    /** After so many positions everything is closed. */
    private readonly block: number = RHYTHM.block,
  ) {}

  async read<Result>(authority: string, work: (view: TotalsView) => Promise<Result>, atLeast = 0): Promise<Result> {
    if (atLeast > 0) await this.reach(authority, atLeast);
    return this.database.read([authority], async (tx) => {
      const [reached] = await tx.query<{ position: number }>(POSITION, [authority]);
      return work(new PostgresTotalsView(tx, authority, reached!.position, this.block));
    });
  }
}

class PostgresTotalsView implements TotalsView {
  constructor(
    private readonly tx: Transaction,
    private readonly authority: string,
    readonly position: number,
    private readonly block: number,
  ) {}

  async sums(question: SumQuestion): Promise<readonly SumRow[]> {
    if (closingsKnow(question)) return this.closed(question);
    const rows = await this.summed(question);
    const figures = ([...FIGURES, 'due'] as const).filter((figure) => question.figures?.has(figure) !== false);
    return rows.map((row) => ({
      key: row.key,
      measure: row.measure,
      unit: row.unit,
      valued: row.valued,
      amounts: Object.fromEntries(
        figures.map((figure) => [
          figure,
          { pence: Number(row[`${figure}_pence`]), quantity: BigInt(row[`${figure}_quantity`]) },
        ]),
      ),
    }));
  }

  /**
   * Most rows of the cells are wanted, unless some contracts or providers are named: no index saves anything. And of tables
   * that were never analysed the planner believes that they hold a row or two, and would go through all amounts once for
   * each dimension.
   */
  private async summed(question: SumQuestion): Promise<readonly SumResult[]> {
    const statement = sumsStatement(SCHEMA, this.authority, question, this.position);
    const named = question.where.some(({ dimension }) => dimension === 'contract' || dimension === 'provider');
    await this.tx.query(`set local enable_seqscan = on; set local enable_nestloop = ${named ? 'on' : 'off'}`);
    const rows = await this.run<SumResult>(statement);
    await this.tx.query('set local enable_nestloop = on');
    return rows;
  }

  private async closed(question: SumQuestion): Promise<readonly SumRow[]> {
    const upTo = question.position ?? this.position;
    const rows = await this.tx.query<ClosedRow>(CLOSINGS, [this.authority, this.closedAt(upTo), upTo, ...filtersOf(question)]);
    return sumsOfClosings(rows, question);
  }

  async stockLines({ position, roles, where, stepwise }: StockQuestion): Promise<readonly StockVersion[]> {
    const values = new Values(this.authority, position, roles);
    const wanted = conditionsOnDimensions(where, values, 'wanted');
    const ofWanted =
      wanted.length === 0
        ? ''
        : `and (d.commitment, d.provider) in (select commitment, provider from ${SCHEMA}.dimension as wanted where wanted.authority = $1 and ${wanted.join(' and ')})`;
    const text = stepwise
      ? `${STOCK_LINES} ${ofWanted} order by line.position, d.commitment, line.entry`
      : `select * from (${STOCK_LINES.replace('select ', 'select distinct on (d.commitment, d.provider, line.role, line.line) ')} ${ofWanted}
          order by d.commitment, d.provider, line.role, line.line, line.position desc, line.entry desc) as latest where present`;
    const rows = await this.run<StockResult>({ text, values: values.list });
    return rows.map(({ amounts, ...row }) => ({ ...row, dimensions: dimensionsOf(row), amounts: amountsOf(amounts) }));
  }

  async coverage(question: CoverageQuestion): Promise<CoverageCounts> {
    const { position, years, contracts, directorates, endedBy, deliveredTo } = question;
    const someOrAll = (list: readonly string[]) => (list.length > 0 ? list : null);
    if (factsAreCounted(question)) {
      const rows = await this.tx.query<CountedFact>(COVERAGE_COUNTS, [this.authority, years[0] ?? '', this.closedAt(position), position]);
      return coverageCounts(rows, endedBy);
    }
    const values = [this.authority, position, someOrAll(years), someOrAll(contracts), someOrAll(directorates), endedBy, deliveredTo];
    return coverageCounts(await this.tx.query<CountedFact>(COVERAGE_CONTRACTS, values), endedBy);
  }

  async reported(): Promise<{ readonly reports: number; readonly pence: number }> {
    const [counted] = await this.tx.query<{ reports: number }>(REPORTED, [this.authority]);
    const everything = { position: null, by: [], where: [], yearBasis: 'delivered', deliveredTo: null, dueOn: '0001-01-01', withinYears: false } as const;
    const rows = await this.closed(everything);
    return { reports: counted!.reports, pence: rows.reduce((sum, { amounts }) => sum + (amounts.reported?.pence ?? 0), 0) };
  }

  async entries({ where, yearBasis, deliveredTo, stocks, upTo, limit, from }: EntriesQuestion): Promise<readonly JournalEntry[]> {
    const values = new Values(this.authority, upTo);
    const wanted = [
      'a.authority = $1',
      'a.position <= $2::bigint',
      'changed.pence is not null',
      ...conditionsOnDimensions(where, values),
      ...conditionsOnAmounts([], where, yearBasis, values, 'period_to'),
    ];
    if (!stocks) wanted.push(`(d.combine <> 'latest' or changed.figure = 'underCorrection')`);
    if (deliveredTo !== null) wanted.push(`(changed.figure = 'committed' or a.period_to <= ${values.of(deliveredTo)}::date)`);
    if (from) {
      const [position, commitment, entry] = [from.position, from.commitment, from.entry].map((value) => values.of(value)) as [string, string, string];
      wanted.push(
        `a.position >= ${position}::bigint`,
        `(a.position, d.commitment, a.entry * 10 + changed.place) > (${position}::bigint, ${commitment}::text collate "C", ${entry}::integer)`,
      );
    }
    const text = `${ENTRIES} where ${wanted.join(' and ')} order by a.position, d.commitment, entry limit ${values.of(limit)}`;
    return (await this.run<EntryResult>({ text, values: values.list })).map(entryOf);
  }

  /** The end of the last block that ended at or before a position. */
  private closedAt(position: number): number {
    return position - (position % this.block);
  }

  private run<Row extends object>({ text, values }: Statement): Promise<Row[]> {
    return this.tx.query<Row>(text, values);
  }
}

type SumResult = { key: string[]; measure: string; unit: string; valued: boolean } & Record<`${CountedFigure}_${'pence' | 'quantity'}`, string>;
type StockResult = Omit<StockVersion, 'dimensions' | 'amounts'> & DimensionRow & { amounts: StoredAmounts };
type EntryResult = DimensionRow & {
  position: number;
  entry: number;
  figure: Figure;
  from: string;
  to: string;
  year: string;
  postedYear: string;
  pence: number;
  quantity: string;
};

function entryOf(row: EntryResult): JournalEntry {
  const { position, entry, figure, from, to, year, postedYear, pence, quantity } = row;
  const amount = { pence, quantity: BigInt(quantity) };
  return { position, entry, dimensions: dimensionsOf(row), figure, from, to, year, postedYear, amount };
}

function dimensionsOf(row: DimensionRow): DimensionRow {
  return {
    commitment: row.commitment,
    provider: row.provider,
    contract: row.contract,
    directorate: row.directorate,
    contract_basis: row.contract_basis,
    theme: row.theme,
    outcome: row.outcome,
    measure: row.measure,
    unit: row.unit,
    combine: row.combine,
    money: row.money,
    valued: row.valued,
    provider_type: row.provider_type,
    place: row.place,
    beneficiary_agency: row.beneficiary_agency,
    beneficiary_group: row.beneficiary_group,
    priority: row.priority,
    tags: row.tags,
  };
}
