import { byCodePoint } from '#domain/kernel/split.js';
import type { MemoryStore } from '#engine/projections/memory-store.js';
import type { TableRow } from '#engine/projections/projection.js';
import type * as tables from '../fold/tables.js';
import {
  type BreakClausesQuestion,
  type ContractsQuestion,
  type ListedBreakClause,
  type ListedContract,
  MOST_SHARED,
  type NamedProvider,
  type ReachPosition,
  type RegisterStore,
  type RegisterView,
  type SharedFile,
  type WaitingReport,
} from './register-store.js';

type ContractRow = TableRow<typeof tables.contract>;
type WaitingRow = TableRow<typeof tables.waiting>;
type ClauseRow = TableRow<typeof tables.breakClause>;
type FileRow = TableRow<typeof tables.evidenceFile>;

/** Reads the register of the in-memory twin, the plain way: every question goes through all rows. */
export class MemoryRegisterStore implements RegisterStore {
  constructor(
    private readonly store: MemoryStore,
    private readonly reach: ReachPosition = () => Promise.resolve(),
  ) {}

  async read<Result>(authority: string, work: (view: RegisterView) => Promise<Result>, atLeast = 0): Promise<Result> {
    if (atLeast > 0) await this.reach(authority, atLeast);
    return work(new MemoryRegisterView(this.store, authority));
  }
}

class MemoryRegisterView implements RegisterView {
  constructor(
    private readonly store: MemoryStore,
    private readonly authority: string,
  ) {}

  contracts({ directorate, provider, status, searched, after, limit }: ContractsQuestion): Promise<readonly ListedContract[]> {
    const rows = this.rows<ContractRow>('contract').filter(
      (row) =>
        (directorate === null || row.directorate === directorate) &&
        (provider === null || row.lead === provider || (JSON.parse(row.members) as string[]).includes(provider)) &&
        (status === null || row.status === status) &&
        (searched === null || row.searched.includes(searched)) &&
        (after === null || byCodePoint(row.contract, after) > 0),
    );
    rows.sort((a, b) => byCodePoint(a.contract, b.contract));
    return Promise.resolve(rows.slice(0, limit).map((row) => this.listed(row)));
  }

  waiting(after: number, limit: number): Promise<readonly WaitingReport[]> {
    const rows = this.rows<WaitingRow>('waiting')
      .filter(({ since_position }) => Number(since_position) > after)
      .sort((a, b) => Number(a.since_position) - Number(b.since_position));
    const titles = new Map(this.rows<ContractRow>('contract').map(({ contract, title }) => [contract, title]));
    const files = this.rows<FileRow>('evidence_file');
    return Promise.resolve(rows.slice(0, limit).map((row) => this.waits(row, titles.get(row.contract)!, files)));
  }

  breakClauses(after: string | null, limit: number, { contract, condition, upTo }: BreakClausesQuestion): Promise<readonly ListedBreakClause[]> {
    const rows = this.rows<ClauseRow>('break_clause').filter(
      (row) =>
        Number(row.since_position) <= upTo &&
        (contract === null || row.contract === contract) &&
        (condition === null || row.condition === condition) &&
        (after === null || byCodePoint(row.clause, after) > 0),
    );
    rows.sort((a, b) => byCodePoint(a.clause, b.clause));
    const listed = rows.slice(0, limit).map((row) => ({
      ...{ reference: row.clause, contract: row.contract, condition: row.condition as ListedBreakClause['condition'] },
      sincePosition: Number(row.since_position),
    }));
    return Promise.resolve(listed);
  }

  private listed(row: ContractRow): ListedContract {
    return {
      reference: row.contract,
      title: row.title,
      directorate: row.directorate,
      provider: this.named(row.lead),
      manager: row.manager,
      startsOn: row.starts_on,
      endsOn: row.ends_on,
      valuePence: Number(row.value_pence),
      status: row.status as ListedContract['status'],
      commitments: row.commitments,
      undecidedReports: row.undecided,
      lastRecordedAt: row.last_recorded_at,
    };
  }

  private waits(row: WaitingRow, contractTitle: string, files: readonly FileRow[]): WaitingReport {
    const { report, corrects, contract, commitment, measure, unit, quantity, said, description, question, answer, since } = row;
    return {
      ...{ report, corrects, contract, contractTitle, commitment, measure, measureName: row.measure_name, unit },
      provider: row.provider === null ? null : this.named(row.provider),
      ...{ from: row.period_from, to: row.period_to, quantity, said },
      valuePence: row.pence === null ? null : Number(row.pence),
      description,
      evidenceMissing: JSON.parse(row.evidence_missing) as string[],
      evidenceSupports: row.evidence_supports,
      evidenceComplete: row.evidence_complete,
      sharedFiles: sharedFiles(report, files),
      ...{ reportedOn: row.reported_on, reportedBy: row.reported_by, side: row.side as WaitingReport['side'] },
      ...{ state: row.state as WaitingReport['state'], question, answer, sincePosition: Number(row.since_position), since },
    };
  }

  private named(reference: string): NamedProvider {
    const row = this.rows<TableRow<typeof tables.provider>>('provider').find(({ provider }) => provider === reference);
    return { reference, name: row?.name ?? '' };
  }

  private rows<Row>(table: string): Row[] {
    return [...this.store.rows(table, this.authority)] as unknown as Row[];
  }
}

function sharedFiles(report: string, files: readonly FileRow[]): readonly SharedFile[] {
  return files
    .filter((mine) => mine.report === report)
    .sort((a, b) => byCodePoint(a.evidence, b.evidence))
    .map(({ evidence, sha256 }) => ({ evidence, sha256, alsoBehind: reportsWith(sha256, files).filter((other) => other !== report).slice(0, MOST_SHARED) }))
    .filter(({ alsoBehind }) => alsoBehind.length > 0);
}

function reportsWith(sha256: string, files: readonly FileRow[]): readonly string[] {
  return [...new Set(files.filter((file) => file.sha256 === sha256).map(({ report }) => report))].sort(byCodePoint);
}
