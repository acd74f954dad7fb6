/** A fact as the ledger stores it, and no more of it than counting needs. */
export interface StoredEvent {
  readonly authority: string;
  readonly position: number;
  readonly stream: string;
  readonly version: number;
  readonly type: string;
  readonly businessDate: string;
  readonly recordedAt: string;
  readonly actor: string;
  readonly payload: unknown;
}

export interface Factors {
  readonly deadweight: string | null;
  readonly displacement: string | null;
  readonly leakage: string | null;
  readonly causedByOthers: string | null;
}

export interface CommitmentTerms {
  readonly measure: {
    readonly measure: string;
    readonly theme: string;
    readonly outcome: string;
    readonly unit: string;
    readonly kind: string;
    readonly combine: string;
    readonly money: string;
    readonly unitValue: string | null;
    readonly factors: Factors;
    readonly tags: readonly string[];
  };
  readonly provider: string | null;
  readonly basis: string;
  readonly evidenceRequired: readonly string[];
  readonly place: string;
  readonly beneficiaryGroup: string;
  readonly beneficiaryAgency: string;
  readonly priority: string;
  readonly tags: readonly string[];
  readonly factors: Factors;
}

export interface ContractTerms {
  readonly reference: string;
  readonly directorate: string;
  readonly lead: string;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly valuePence: number;
}

/** The fields of every payload that counting reads, each there or not as its type of event has it. */
export interface Payload {
  readonly terms: unknown;
  readonly commitment: string;
  readonly report: string;
  readonly corrects: string;
  readonly provider: string | null;
  readonly from: string;
  readonly to: string;
  readonly quantity: string | undefined;
  readonly hours: string | undefined;
  readonly people: number | undefined;
  readonly evidence: unknown;
  readonly evidencedQuantity: string | null;
  readonly accepted: string | null;
  readonly factors: Factors;
  readonly attestedBy: string | null;
  readonly members: readonly { readonly provider: string; readonly share: string }[];
  readonly targets: readonly { readonly from: string; readonly to: string; readonly quantity: string | null }[] | undefined;
  readonly frequency: string;
  readonly year: string;
  readonly completedOn: string;
}
