import { fraction, halfEven, MILLION, times, whole } from './arithmetic.js';
import type { Frequency } from './days.js';
import type { Commitment, Contract, Report, Standing } from './standing.js';
import type { CommitmentTerms, ContractTerms, Payload, StoredEvent } from './stored-event.js';

/** What stands after these entries, read from the first to the last. */
export function readLedger(events: readonly StoredEvent[]): Standing {
  const standing = nothingYet();
  for (const event of events) readEntry(standing, event);
  return standing;
}

export function nothingYet(): Standing {
  return { contracts: new Map(), providerTypes: new Map(), closedThrough: undefined };
}

/** Reads one more entry. */
export function readEntry(standing: Standing, event: StoredEvent): void {
  const said = event.payload as Payload;
  switch (event.type) {
    case 'ProviderRegistered':
    case 'ProviderVaried':
    case 'ProviderCorrected': {
      const terms = said.terms as { readonly reference: string; readonly type: string };
      standing.providerTypes.set(terms.reference, terms.type);
      return;
    }
    case 'YearClosed':
      if (standing.closedThrough === undefined || said.year > standing.closedThrough) standing.closedThrough = said.year;
      return;
    case 'ContractRegistered': {
      const terms = said.terms as ContractTerms;
      const contract = { reference: terms.reference, terms, members: [], frequency: undefined, completedOn: undefined, returns: [], commitments: new Map() };
      standing.contracts.set(event.stream, contract);
      return;
    }
  }
  const contract = standing.contracts.get(event.stream);
  if (contract) readContractEntry(contract, event, said);
}

function readContractEntry(contract: Contract, event: StoredEvent, said: Payload): void {
  switch (event.type) {
    case 'ContractVaried':
    case 'ContractCorrected':
      contract.terms = said.terms as ContractTerms;
      return;
    case 'ContractCompleted':
      contract.completedOn = said.completedOn;
      return;
    case 'MembersAgreed':
      contract.members = said.members;
      return;
    case 'ReportingScheduleAgreed':
      contract.frequency = said.frequency as Frequency;
      return;
    case 'ReturnSubmitted':
      contract.returns.push({ provider: said.provider!, from: said.from, to: said.to });
      return;
    case 'CommitmentMade': {
      const terms = said.terms as CommitmentTerms;
      const made = { reference: said.commitment, terms, withdrawn: false, targets: new Map(), openings: new Map(), chains: [] };
      contract.commitments.set(said.commitment, made);
      return;
    }
  }
  const commitment = contract.commitments.get(said.commitment);
  if (commitment) readCommitmentEntry(commitment, event, said);
}

function readCommitmentEntry(commitment: Commitment, event: StoredEvent, said: Payload): void {
  const { position } = event;
  switch (event.type) {
    case 'CommitmentVaried':
    case 'CommitmentCorrected':
      if (said.terms !== undefined) commitment.terms = said.terms as CommitmentTerms;
      for (const { from, to, quantity } of said.targets ?? []) {
        if (quantity === null) commitment.targets.delete(`${from} ${to}`);
        else commitment.targets.set(`${from} ${to}`, { from, to, quantity, position });
      }
      return;
    case 'CommitmentWithdrawn':
      commitment.withdrawn = true;
      return;
    case 'TargetAgreed':
      commitment.targets.set(`${said.from} ${said.to}`, { from: said.from, to: said.to, quantity: said.quantity!, position });
      return;
    case 'OpeningBalanceBroughtForward': {
      const { provider, from, to } = said;
      const opening = { provider, from, to, quantity: said.quantity!, attested: said.attestedBy !== null, position };
      commitment.openings.set(`${from} ${to} ${provider ?? ''}`, opening);
      return;
    }
    case 'DeliveryReported':
      commitment.chains.push([reportOf(said, position)]);
      return;
    case 'DeliveryCorrected':
      chainOf(commitment, said.corrects).push(reportOf(said, position));
      return;
    case 'DeliveryWithdrawn':
      for (const report of chainOf(commitment, said.report)) report.withdrawn = true;
      return;
  }
  const report = commitment.chains.flat().find(({ reference }) => reference === said.report);
  if (report) readReportEntry(report, event.type, said);
}

function readReportEntry(report: Report, type: string, said: Payload): void {
  switch (type) {
    case 'CorrectionCancelled':
      report.cancelled = true;
      return;
    case 'EvidenceAttached':
      for (const { id, kind } of said.evidence as { readonly id: string; readonly kind: string }[]) report.evidence.set(id, kind);
      report.supports = said.evidencedQuantity;
      return;
    case 'EvidenceWithdrawn':
      report.evidence.delete(said.evidence as string);
      return;
    case 'DeliveryValidated':
      report.decision = { kind: 'validated', accepted: said.accepted, factors: said.factors };
      return;
    case 'DeliveryQueried':
      report.decision = { kind: 'queried' };
      return;
    case 'DeliveryRejected':
      report.decision = { kind: 'rejected' };
      return;
    case 'QueryAnswered':
    case 'ValidationWithdrawn':
      report.decision = undefined;
  }
}

function chainOf(commitment: Commitment, reference: string): Report[] {
  const chain = commitment.chains.find((reports) => reports.some((report) => report.reference === reference));
  if (!chain) throw new Error(`Nothing was reported as ${reference} on the commitment ${commitment.reference}.`);
  return chain;
}

function reportOf(said: Payload, position: number): Report {
  const evidence = (said.evidence as { readonly id: string; readonly kind: string }[]).map(({ id, kind }) => [id, kind] as const);
  return {
    reference: said.report,
    provider: said.provider,
    from: said.from,
    to: said.to,
    typed: typedQuantity(said),
    evidence: new Map(evidence),
    supports: said.evidencedQuantity,
    position,
    decision: undefined,
    cancelled: false,
    withdrawn: false,
  };
}

/** Rule 1: a quantity, or hours × people. */
function typedQuantity(said: Payload): bigint | undefined {
  if (said.quantity !== undefined) return millionths(said.quantity);
  if (said.hours !== undefined && said.people !== undefined) {
    return halfEven(times(fraction(said.hours), whole(said.people), whole(MILLION)));
  }
  return undefined;
}

/** A decimal text of at most 6 places in millionths. */
export function millionths(text: string): bigint {
  return halfEven(times(fraction(text), whole(MILLION)));
}
