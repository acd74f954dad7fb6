import type { Frequency, Span } from '../naive-count/days.js';
import type { Factors, MeasureTerms } from './history.js';

/** What a history remembers of a contract, so that what it says next is allowed. */
export interface ContractInMaking {
  readonly reference: string;
  readonly stream: string;
  terms: { readonly lead: string; readonly directorate: string; readonly startsOn: string; readonly endsOn: string; readonly valuePence: number };
  members: readonly string[];
  readonly frequency: Frequency;
  /** Returns come in time and from everybody. */
  readonly diligent: boolean;
  readonly returned: Set<string>;
  completed: boolean;
  readonly commitments: CommitmentInMaking[];
}

export interface CommitmentTerms {
  readonly measure: MeasureTerms;
  readonly provider: string | null;
  readonly basis: 'contract' | 'beyond contract';
  readonly bidReference: string;
  readonly critical: boolean;
  readonly evidenceRequired: readonly string[];
  readonly place: string;
  readonly beneficiaryGroup: string;
  readonly beneficiaryAgency: string;
  readonly priority: string;
  readonly tags: readonly string[];
  readonly factors: Factors;
}

export interface CommitmentInMaking {
  readonly contract: ContractInMaking;
  readonly reference: string;
  terms: CommitmentTerms;
  withdrawn: boolean;
  targets: Span[];
  readonly openings: (Span & { readonly provider: string | null })[];
  readonly chains: ChainInMaking[];
}

/** A first report and its corrections. */
export interface ChainInMaking {
  readonly commitment: CommitmentInMaking;
  readonly reports: ReportInMaking[];
  withdrawn: boolean;
}

export interface ReportInMaking extends Span {
  readonly reference: string;
  readonly provider: string | null;
  readonly item: boolean;
  /** In millionths, as typed; undefined for a text. */
  readonly typed: bigint | undefined;
  evidence: readonly { readonly id: string; readonly kind: string }[];
  decision: 'undecided' | 'queried' | 'validated' | 'rejected';
  cancelled: boolean;
}

/** The report that stands: the last that was neither cancelled nor, as a correction, rejected. */
export function standingReport(chain: ChainInMaking): ReportInMaking {
  return chain.reports.findLast((report, place) => place === 0 || (!report.cancelled && report.decision !== 'rejected'))!;
}

export function isCorrection(chain: ChainInMaking, report: ReportInMaking): boolean {
  return chain.reports[0] !== report;
}

export function standingChains(contract: ContractInMaking): readonly ChainInMaking[] {
  return contract.commitments.flatMap(({ chains }) => chains.filter(({ withdrawn }) => !withdrawn));
}
