import type { IsoDate } from '../kernel/date.js';
import type { Standstill } from '../kernel/working-days.js';
import type { BreakClause } from './break-clause.js';
import type { Kept } from '../kernel/kept.js';
import type { Pence } from '../kernel/money.js';
import type { Period } from '../kernel/period.js';
import type { Quantity } from '../kernel/quantity.js';
import type { Share } from '../kernel/split.js';
import type { Factors, MeasureTerms } from '../measures/measure.js';

/** All that decisions and counting need to know of one contract; a pure fold of its stream. Holds no free text. */
export interface ContractState {
  /** The version of the stream that this state is of; 0 before registration. */
  readonly version: number;
  readonly status: 'not registered' | 'running' | 'completed' | 'terminated';
  /** The day on which it was completed; null while it runs. */
  readonly completedOn: IsoDate | null;
  /** The day on which it was ended before its time; null while it was not. */
  readonly terminatedOn: IsoDate | null;
  /** The case of a break clause that led to that; null: none did. */
  readonly terminatedBecause: { readonly clause: string; readonly case: number } | null;
  readonly terms: ContractTerms | null;
  /** The day on which it came on record; null: not known. What was due before is not asked for. */
  readonly onRecordFrom: IsoDate | null;
  /** The ends of the contract that were over when it came on record that it goes on. In order. */
  readonly pastEnds: readonly IsoDate[];
  /** The version that recorded these terms. */
  readonly termsSince: number;
  /** What was agreed last; null: nothing. */
  readonly schedule: ReportingSchedule | null;
  /** What was agreed before it, and holds for the periods before it, the earliest first. */
  readonly earlierSchedules: readonly ReportingSchedule[];
  /** While the contract is suspended nothing falls due and no clock runs. In order. */
  readonly suspensions: readonly Suspension[];
  /** What was agreed; empty until then, when the lead provider has 100%. */
  readonly members: readonly Share[];
  /** Who the members were before a day, the earliest first; empty: the same throughout. */
  readonly membersBefore: readonly EarlierMembers[];
  /** What was owed before changes of it that reach back came on record. In order. */
  readonly recuts: readonly Recut[];
  readonly commitments: Readonly<Record<string, Commitment>>;
  /** By `provider/from/to`, as the next two are. */
  readonly returns: Readonly<Record<string, SubmittedReturn>>;
  readonly extensions: Readonly<Record<string, Extension>>;
  readonly missedReturns: Readonly<Record<string, MissedReturn>>;
  readonly carriedForward: readonly CarriedShortfall[];
  readonly substitutes: readonly Substitute[];
  readonly breakClauses: Readonly<Record<string, BreakClause>>;
}

export interface ContractTerms {
  readonly reference: string;
  readonly title: string;
  readonly directorate: string;
  /** The provider who leads. */
  readonly lead: string;
  /** The opaque id of the contract manager. */
  readonly manager: string;
  readonly startsOn: IsoDate;
  readonly endsOn: IsoDate;
  readonly valuePence: Pence;
  readonly jurisdiction: 'england-and-wales' | 'scotland' | 'northern-ireland';
  readonly regime: 'procurement-act-2023' | 'provider-selection-regime' | 'light-touch' | 'earlier law' | 'other';
}

export interface ReportingSchedule {
  readonly frequency: 'monthly' | 'quarterly' | 'half-yearly' | 'annual' | 'listed dates';
  readonly dueWorkingDays: number;
  /** For listed dates: the last days of periods, in order; otherwise empty. */
  readonly periodEnds: readonly IsoDate[];
  /** The first day that it holds for; null: from the start of the contract. */
  readonly since: IsoDate | null;
}

export type Basis = 'contract' | 'beyond contract';

export interface CommitmentTerms {
  readonly measure: MeasureTerms;
  /** The member who delivers; null when all members deliver by their shares. */
  readonly provider: string | null;
  readonly basis: Basis;
  readonly bidReference: string;
  readonly critical: boolean;
  /** The kinds of evidence asked for; none: none is asked. */
  readonly evidenceRequired: readonly string[];
  readonly place: string;
  readonly beneficiaryGroup: string;
  readonly beneficiaryAgency: string;
  readonly priority: string;
  readonly tags: readonly string[];
  /** The commitment's own factors, which replace its measure's; a blank keeps the measure's. */
  readonly factors: Factors;
}

export interface Commitment {
  readonly reference: string;
  readonly terms: CommitmentTerms;
  /** The version that recorded these terms. */
  readonly termsSince: number;
  readonly withdrawn: boolean;
  /** Critical since a variation of that day, and by no target that ended before; null: from the beginning. */
  readonly criticalSince: IsoDate | null;
  /** Its provider since a variation of that day; null: from the beginning. */
  readonly providerSince: IsoDate | null;
  /** By `from/to`. */
  readonly targets: Readonly<Record<string, Target>>;
  /** By `provider/from/to`. */
  readonly openingBalances: Readonly<Record<string, OpeningBalance>>;
  /** Every report and correction ever made, by reference. */
  readonly reports: Kept<DeliveryReport>;
  /** The reports that correct nothing, each with its corrections in the order made. */
  readonly chains: Kept<readonly string[]>;
}

export interface Target extends Period {
  /** As typed: for FTE, posts held. */
  readonly quantity: Quantity;
  /** So much of it can be missed, where more was agreed only once its days were over; absent: all of it. */
  readonly judgedBy?: Quantity;
}

export interface OpeningBalance extends Period {
  readonly provider: string | null;
  readonly quantity: Quantity;
  readonly attested: boolean;
  /** The version of its event in the stream: which of two was recorded later. */
  readonly recorded: number;
}

/** Part validation accepts a quantity; a queried report is undecided. */
export type Decision =
  | { readonly kind: 'validated'; readonly accepted: Quantity; readonly factors: Factors }
  | { readonly kind: 'queried' }
  | { readonly kind: 'rejected' };

export interface DeliveryReport extends Period {
  readonly reference: string;
  /** The first report of its chain: itself, unless it is a correction. */
  readonly root: string;
  /** The report that it corrects. */
  readonly corrects: string | null;
  readonly provider: string | null;
  /** As typed: posts for FTE, the product for hours × people; null for texts. */
  readonly quantity: Quantity | null;
  readonly item: boolean;
  readonly inAddition: boolean;
  /** The kinds of evidence in force. */
  readonly evidence: readonly Evidence[];
  /** What the evidence supports, as typed; null for all. */
  readonly evidencedQuantity: Quantity | null;
  /** The opaque id of the person who reported. */
  readonly reportedBy: string;
  readonly recorded: number;
  readonly decision: Decision | null;
  /** `cancelled` for corrections only. */
  readonly standing: 'stands' | 'withdrawn' | 'cancelled';
}

export interface Evidence {
  readonly id: string;
  readonly kind: string;
  /** SHA-256 of the file; null for what the authority holds elsewhere. */
  readonly sha256: string | null;
}

/** A change of who owes returns for which periods, that came on record on a day and holds for earlier ones too. */
export interface Recut {
  readonly onRecordFrom: IsoDate;
  /** In how many working days the returns were due that were owed until then, of periods that were over; by `returnKey`. */
  readonly owed: Readonly<Record<string, number>>;
}

export interface Suspension extends Standstill {
  /** The last day for which clocks stood still, where it became known only later that the contract had been resumed: perhaps on its first day. */
  readonly clocksUntil?: IsoDate;
}

/** The members of a contract until the day before another membership began. */
export interface EarlierMembers {
  readonly before: IsoDate;
  readonly providers: readonly string[];
}

export interface SubmittedReturn extends Period {
  readonly provider: string;
  readonly nil: boolean;
  readonly submittedOn: IsoDate;
}

/** More time for a return: asked for, granted, or refused; what was granted before stays granted meanwhile. */
export type Extension =
  | { readonly standing: 'asked'; readonly until: IsoDate; readonly askedOn: IsoDate; readonly grantedBefore: IsoDate | null }
  | { readonly standing: 'granted'; readonly until: IsoDate }
  | { readonly standing: 'refused'; readonly refusedOn: IsoDate; readonly grantedBefore: IsoDate | null };

/** A return that had not come when it was due. */
export interface MissedReturn {
  readonly dueOn: IsoDate;
  readonly setAside: boolean;
}

/** What is lacking of a target, agreed to be delivered in a later period of the same commitment. */
export interface CarriedShortfall {
  readonly commitment: string;
  readonly of: Period;
  readonly quantity: Quantity;
  readonly into: Period;
}

/** What is lacking of a target, agreed to be made good by another commitment. */
export interface Substitute {
  readonly commitment: string;
  readonly of: Period;
  readonly quantity: Quantity;
  readonly by: { readonly commitment: string; readonly in: Period; readonly quantity: Quantity };
}

export const notRegistered: ContractState = {
  version: 0,
  status: 'not registered',
  completedOn: null,
  terminatedOn: null,
  terminatedBecause: null,
  terms: null,
  onRecordFrom: null,
  pastEnds: [],
  termsSince: 0,
  schedule: null,
  earlierSchedules: [],
  suspensions: [],
  members: [],
  membersBefore: [],
  recuts: [],
  commitments: {},
  returns: {},
  extensions: {},
  missedReturns: {},
  carriedForward: [],
  substitutes: [],
  breakClauses: {},
};
