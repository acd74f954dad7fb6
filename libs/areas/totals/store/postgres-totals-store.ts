import { readFileSync } from 'node:fs';
import { FIGURES, type Figure } from '#domain/measures/figures.js';
import type { Reads, Transaction } from '#engine/database/database.js';
import { projectionSchema } from '#engine/projections/projection.js';
import { totalsProjection } from '../fold/totals.projection.js';
import { amountsOf, type StoredAmounts } from './stored-amounts.js';
import { conditions, type Statement, sumsStatement, Values } from './sums-statement.js';
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

const SCHEMA = projectionSchema(totalsProjection.name, totalsProjection.version);
const sql = (name: string) => readFileSync(new URL(`./${name}.sql`, import.meta.url), 'utf8').replaceAll('totals.', `${SCHEMA}.`);

const POSITION = sql('position');
const STOCK_VERSIONS = sql('stock-versions');
const COVERAGE = sql('coverage');
const REPORTED = sql('reported');
const ENTRY_COLUMNS = sql('entries');

/** Reads the totals that the fold wrote to PostgreSQL, each answer within one snapshot. */
export class PostgresTotalsStore implements TotalsStore {
  constructor(
    private readonly database: Reads,
    private readonly reach: ReachPosition,
  ) {}

  async read<Result>(authority: string, work: (view: TotalsView) => Promise<Result>, atLeast = 0): Promise<Result> {
    if (atLeast > 0) await this.reach(authority, atLeast);
    return this.database.read([authority], async (tx) => {
      const [reached] = await tx.query<{ position: number }>(POSITION, [authority]);
      return work(new PostgresTotalsView(tx, authority, reached?.position ?? 0));
    });
  }
}

class PostgresTotalsView implements TotalsView {
  constructor(
    private readonly tx: Transaction,
    private readonly authority: string,
    readonly position: number,
  ) {}

  async sums(question: SumQuestion): Promise<readonly SumRow[]> {
    const rows = await this.run<SumResult>(sumsStatement(SCHEMA, this.authority, question));
    return rows.map((row) => ({
      key: row.key,
      measure: row.measure,
      unit: row.unit,
      valued: row.valued,
      amounts: Object.fromEntries(
        ([...FIGURES, 'due'] as const).map((figure) => [
          figure,
          { pence: Number(row[`${figure}_pence`]), quantity: BigInt(row[`${figure}_quantity`]) },
        ]),
      ),
    }));
  }

  async stockVersions(upTo: number, roles: readonly StockVersion['role'][]): Promise<readonly StockVersion[]> {
    const rows = await this.tx.query<StockResult>(STOCK_VERSIONS, [this.authority, upTo, roles]);
    return rows.map(({ amounts, ...row }) => ({ ...row, dimensions: dimensionsOf(row), amounts: amountsOf(amounts) }));
  }

  coverage(upTo: number, deliveredTo: string | null): Promise<readonly ContractCoverage[]> {
    return this.tx.query<ContractCoverage>(COVERAGE, [this.authority, upTo, deliveredTo]);
  }

  async reported(): Promise<{ readonly reports: number; readonly pence: number }> {
    const [row] = await this.tx.query<{ reports: number; pence: number }>(REPORTED, [this.authority]);
    return row!;
  }

  async entries(question: EntriesQuestion): Promise<readonly JournalEntry[]> {
    const { where, yearBasis, deliveredTo, after, upTo, limit, from } = question;
    const values = new Values();
    const wanted = [
      `a.authority = ${values.of(this.authority)}`,
      `a.position > ${values.of(after)}`,
      `a.position <= ${values.of(upTo)}`,
      ...conditions([], where, yearBasis, values),
    ];
    if (deliveredTo !== null) wanted.push(`(a.figure = 'committed' or a.period_to <= ${values.of(deliveredTo)}::date)`);
    if (from) {
      const last = [from.position, from.commitment, from.entry].map((value) => values.of(value));
      wanted.push(`(a.position, a.commitment, a.entry) > (${last[0]}::bigint, ${last[1]}::text collate "C", ${last[2]}::integer)`);
    }
    const order = 'order by a.position, a.commitment, a.entry';
    const text = `${ENTRY_COLUMNS} where ${wanted.join(' and ')} ${order} limit ${values.of(limit)}`;
    return (await this.run<EntryResult>({ text, values: values.list })).map(entryOf);
  }

  async entry(position: number, commitment: string, entry: number): Promise<JournalEntry | undefined> {
    const text = `${ENTRY_COLUMNS} where a.authority = $1 and a.position = $2 and a.commitment = $3 and a.entry = $4`;
    const [row] = await this.run<EntryResult>({ text, values: [this.authority, position, commitment, entry] });
    return row && entryOf(row);
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
