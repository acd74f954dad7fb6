import { inForce, undecided } from '#domain/contract/chain.js';
import { CONTRACT_STREAMS, contractEvolution } from '#domain/contract/contract.js';
import { breakClauseAgreed } from '#domain/contract/events/index.js';
import type { Commitment, ContractState, DeliveryReport } from '#domain/contract/state.js';
import type { EventOf, RecordedEvent } from '#domain/kernel/event.js';
import { held } from '#domain/kernel/lookup.js';
import { defineProjection, type Rows } from '#engine/projections/projection.js';
import { contractRow } from './contract-row.js';
import { nothingRegistered, registerCodec, type RegisterState } from './register-state.js';
import { breakClause, contract, evidenceFile, provider, waiting } from './tables.js';
import { follow } from './trail.js';
import { waitingRow } from './waiting-row.js';

const tables = { contract, provider, waiting, evidence_file: evidenceFile, break_clause: breakClause };
type RegisterRows = Rows<typeof tables>;

/** The register: contracts as they stand, their break clauses, and the delivery reports that wait for a decision. */
export const registerProjection = defineProjection({
  name: 'register',
  version: 4,
  tables,
  state: { of: (stream: string) => stream.startsWith(CONTRACT_STREAMS), initial: nothingRegistered, ...registerCodec },
  byStream: { prefix: CONTRACT_STREAMS, heeded: [] },
  rows(event, _around, rows: RegisterRows) {
    if (!event.stream.startsWith('provider:')) return;
    const { terms } = event.payload as { terms: { reference: string; name: string } };
    rows.provider.put({ provider: terms.reference, name: terms.name });
  },
  fold(before: RegisterState, event, _around, rows: RegisterRows) {
    const contract = contractEvolution.evolve(before.contract, event);
    const after = { ...before, contract };
    follow(after.trails, event);
    if (event.type === breakClauseAgreed.type) rows.break_clause.put(clauseRow(after, event));
    let more = 0;
    for (const chain of touchedChains(event, contract)) {
      const stood = chainHead(before.contract, chain);
      const stands = chainHead(contract, chain);
      more += putWaiting(stood, stands, after, rows);
      putFiles(stood?.report, stands?.report, rows);
    }
    const settled = { ...after, undecided: before.undecided + more };
    const row = contractRow(settled, event);
    if (row) rows.contract.put(row);
    return settled;
  },
});

/** The row of a break clause after it was agreed, or stated again. */
function clauseRow({ contract, clausesSince }: RegisterState, { payload, position }: RecordedEvent) {
  const { clause, condition } = payload as EventOf<typeof breakClauseAgreed>['payload'];
  const since = clausesSince.get(clause) ?? position;
  clausesSince.set(clause, since);
  return { clause, contract: contract.terms!.reference, condition: condition.kind, since_position: since };
}

interface Chain {
  readonly commitment: string;
  readonly root: string;
}

/** The chains of reports whose rows an event may change: the one of its report, or all of the commitment that it changes. */
function touchedChains(event: RecordedEvent, after: ContractState): readonly Chain[] {
  const { commitment, report } = event.payload as { commitment?: string; report?: string };
  const made = commitment === undefined ? undefined : held(after.commitments, commitment);
  if (!made) return [];
  if (report !== undefined) return [{ commitment: made.reference, root: made.reports.get(report)!.root }];
  const termsMayChange = event.type === 'CommitmentVaried' || event.type === 'CommitmentCorrected';
  return termsMayChange ? made.chains.names().map((root) => ({ commitment: made.reference, root })) : [];
}

/** A chain's report in force, with the commitment that it belongs to. */
interface Head {
  readonly commitment: Commitment;
  readonly report: DeliveryReport;
}

function chainHead(state: ContractState, { commitment, root }: Chain): Head | undefined {
  const made = held(state.commitments, commitment);
  const report = made && inForce(made, root);
  return report && { commitment: made, report };
}

/** Puts or removes the row of a chain's report in force; answers by how many more or fewer reports now wait. */
function putWaiting(stood: Head | undefined, stands: Head | undefined, { contract, trails }: RegisterState, rows: RegisterRows): number {
  const waited = stood && undecided(stood.report) ? stood.report.reference : undefined;
  const waits = stands && undecided(stands.report) ? stands.report.reference : undefined;
  if (waited !== undefined && waited !== waits) rows.waiting.remove({ report: waited });
  if (stands && waits !== undefined) rows.waiting.put(waitingRow(contract.terms!.reference, stands.commitment, stands.report, trails.get(waits)!));
  return Number(waits !== undefined) - Number(waited !== undefined);
}

/** Keeps the files of the report in force, and of no other of its chain. */
function putFiles(stood: DeliveryReport | undefined, stands: DeliveryReport | undefined, rows: RegisterRows): void {
  if (stood === stands) return;
  for (const { id, sha256 } of stood?.evidence ?? []) {
    if (sha256 !== null) rows.evidence_file.remove({ report: stood!.reference, evidence: id });
  }
  for (const { id, sha256 } of stands?.evidence ?? []) {
    if (sha256 !== null) rows.evidence_file.put({ report: stands!.reference, evidence: id, sha256 });
  }
}
