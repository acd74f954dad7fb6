import type { IsoDate } from '#domain/kernel/date.js';
import type { Figure } from '#domain/measures/figures.js';
import type { Amount } from '#domain/measures/value.js';
import type { Grouping } from '../ask/dimension.js';
import type { Filter, YearBasis } from '../ask/question.js';

/** *Due* is counted beside the figures that events enter. */
export type CountedFigure = Figure | 'due';

/** What to add up. */
export interface SumQuestion {
  /** As known then; null: at the checkpoint. */
  readonly position: number | null;
  readonly by: readonly Grouping[];
  readonly where: readonly Filter[];
  readonly yearBasis: YearBasis;
  readonly deliveredTo: IsoDate | null;
  readonly dueOn: IsoDate;
  /**
   * Whether periods of one year must be told apart: by quarter, or up to a day within a year. Of stocks only what is
   * under correction is added then; their lines are to be replayed.
   */
  readonly withinYears: boolean;
  /** Only these; left out: all. */
  readonly figures?: ReadonlySet<CountedFigure> | undefined;
}

/** Sums of one measure under one key. */
export interface SumRow {
  /** In the order of `by`. */
  readonly key: readonly string[];
  readonly measure: string;
  readonly unit: string;
  /** Whether the measure has a value; without it pence say nothing. */
  readonly valued: boolean;
  readonly amounts: Readonly<Partial<Record<CountedFigure, Amount>>>;
}

/** The dimensions under which an amount stands. */
export interface DimensionRow {
  readonly commitment: string;
  readonly provider: string;
  readonly contract: string;
  readonly directorate: string;
  readonly contract_basis: string;
  readonly theme: string;
  readonly outcome: string;
  readonly measure: string;
  readonly unit: string;
  readonly combine: string;
  readonly money: string;
  readonly valued: boolean;
  readonly provider_type: string;
  readonly place: string;
  readonly beneficiary_agency: string;
  readonly beneficiary_group: string;
  readonly priority: string;
  readonly tags: readonly string[];
}

/** How a part of a stock's line stood from a position on. */
export interface StockVersion {
  readonly position: number;
  readonly dimensions: DimensionRow;
  readonly line: string;
  readonly role: 'committed' | 'reported' | 'validated';
  readonly from: IsoDate;
  readonly to: IsoDate;
  readonly recorded: number;
  readonly present: boolean;
  readonly amounts: Readonly<Partial<Record<Figure, Amount>>>;
  readonly closedThrough: string | null;
}

/** Which lines of stocks to read: of commitments whose dimensions the filters let through. */
export interface StockQuestion {
  /** As known then. */
  readonly position: number;
  readonly roles: readonly StockVersion['role'][];
  readonly where: readonly Filter[];
  /** True: how each line came to stand, in the order of the ledger. False: those that stand in the end, in any order. */
  readonly stepwise: boolean;
}

/** What to count contracts for (COUNTING.md rule 13). */
export interface CoverageQuestion {
  /** As known then. */
  readonly position: number;
  /** Those running on any day of these years; none: all. */
  readonly years: readonly string[];
  /** Only these; none: all. */
  readonly contracts: readonly string[];
  /** Only of these; none: of all. */
  readonly directorates: readonly string[];
  /** The day by which a reporting period must have ended for a return to be missing. */
  readonly endedBy: IsoDate;
  /** Only reports of periods that ended by then count as waiting; null: all. */
  readonly deliveredTo: IsoDate | null;
}

/** How many contracts, and what they are worth in pence. */
export interface ContractCount {
  readonly contracts: number;
  readonly pence: number;
}

/** Of the contracts in scope: with a commitment, with a return missing, with a report that waits for a decision. */
export interface CoverageCounts {
  readonly inScope: ContractCount;
  readonly withCommitments: ContractCount;
  readonly missing: ContractCount;
  readonly waiting: ContractCount;
}

/** A change of one figure, of an entry of the journal. */
export interface JournalEntry {
  readonly position: number;
  /** Unique within its position and commitment, and in the order in which they are listed. */
  readonly entry: number;
  readonly dimensions: DimensionRow;
  readonly figure: Figure;
  readonly from: IsoDate;
  readonly to: IsoDate;
  readonly year: string;
  readonly postedYear: string;
  readonly amount: Amount;
}

/** Which entries to list, in the order of the ledger, of their commitments and of their numbers. */
export interface EntriesQuestion {
  readonly where: readonly Filter[];
  readonly yearBasis: YearBasis;
  readonly deliveredTo: IsoDate | null;
  /** False: of stocks only what is under correction. */
  readonly stocks: boolean;
  readonly upTo: number;
  readonly limit: number;
  /** Those that follow it; a place need not hold an entry. */
  readonly from?: { readonly position: number; readonly commitment: string; readonly entry: number } | undefined;
}

/** All that is read here is of one moment. */
export interface TotalsView {
  /** How far the totals are folded. */
  readonly position: number;
  sums(question: SumQuestion): Promise<readonly SumRow[]>;
  stockLines(question: StockQuestion): Promise<readonly StockVersion[]>;
  coverage(question: CoverageQuestion): Promise<CoverageCounts>;
  /** What was reported over all contracts, in pence; and in how many entries, of which only so many are counted as matter. At the checkpoint. */
  reported(): Promise<{ readonly reports: number; readonly pence: number }>;
  entries(question: EntriesQuestion): Promise<readonly JournalEntry[]>;
}

/** Reads what the fold wrote. Two adapters: PostgreSQL and memory. */
export interface TotalsStore {
  /** `atLeast`: waits until the totals are folded up to that position. */
  read<Result>(authority: string, work: (view: TotalsView) => Promise<Result>, atLeast?: number): Promise<Result>;
}

/** Waits until the totals of an authority are folded up to a position, or refuses. Bound by the app. */
export type ReachPosition = (authority: string, position: number) => Promise<void>;

/** What Nest injects the store by. */
export const TOTALS_STORE = Symbol('TotalsStore');
