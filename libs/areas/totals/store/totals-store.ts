import type { IsoDate } from '#domain/kernel/date.js';
import type { Figure } from '#domain/measures/figures.js';
import type { Amount } from '#domain/measures/value.js';
import type { Grouping } from '../ask/dimension.js';
import type { Filter, YearBasis } from '../ask/question.js';

/** *Due* is counted beside the figures that events enter. */
export type CountedFigure = Figure | 'due';

/** What to add up. */
export interface SumQuestion {
  /** Null: at the checkpoint. */
  readonly position: number | null;
  readonly by: readonly Grouping[];
  readonly where: readonly Filter[];
  readonly yearBasis: YearBasis;
  readonly deliveredTo: IsoDate | null;
  readonly dueOn: IsoDate;
  /** False: of stocks only what is under correction is added; their lines are to be replayed. */
  readonly stocksByYear: boolean;
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

/** A contract as coverage saw it at a position. */
export interface ContractCoverage {
  readonly contract: string;
  readonly directorate: string;
  readonly startsOn: IsoDate;
  readonly endsOn: IsoDate;
  readonly valuePence: number;
  readonly withCommitments: boolean;
  readonly members: readonly string[];
  readonly reporting: 'monthly' | 'quarterly' | 'half-yearly' | 'annual' | null;
  readonly returns: readonly { readonly provider: string; readonly from: IsoDate; readonly to: IsoDate }[];
  /** The years in which at least one report waits for a decision. */
  readonly undecidedYears: readonly string[];
}

/** An entry of the journal. */
export interface JournalEntry {
  readonly position: number;
  readonly entry: number;
  readonly dimensions: DimensionRow;
  readonly figure: Figure;
  readonly from: IsoDate;
  readonly to: IsoDate;
  readonly year: string;
  readonly postedYear: string;
  readonly amount: Amount;
}

/** Which entries to list, in the order of the ledger. */
export interface EntriesQuestion {
  readonly where: readonly Filter[];
  readonly yearBasis: YearBasis;
  readonly deliveredTo: IsoDate | null;
  /** Entries recorded after this position … */
  readonly after: number;
  /** … and not after this one. */
  readonly upTo: number;
  readonly limit: number;
  /** The last entry of the page before. */
  readonly from?: { readonly position: number; readonly commitment: string; readonly entry: number };
}

/** All that is read here is of one moment. */
export interface TotalsView {
  /** How far the totals are folded. */
  readonly position: number;
  sums(question: SumQuestion): Promise<readonly SumRow[]>;
  /** In the order of the ledger; of the roles asked for. */
  stockVersions(upTo: number, roles: readonly StockVersion['role'][]): Promise<readonly StockVersion[]>;
  /** `deliveredTo`: only reports of periods that ended by then count as waiting. */
  coverage(upTo: number, deliveredTo: IsoDate | null): Promise<readonly ContractCoverage[]>;
  /** What was reported over all contracts, and in how many lines; at the checkpoint. */
  reported(): Promise<{ readonly reports: number; readonly pence: number }>;
  entries(question: EntriesQuestion): Promise<readonly JournalEntry[]>;
  entry(position: number, commitment: string, entry: number): Promise<JournalEntry | undefined>;
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
