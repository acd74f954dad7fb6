import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { contractEvolution } from '#domain/contract/contract.js';
import { fold } from '#domain/kernel/decider.js';
import { refuse } from '#domain/kernel/refusal.js';
import type { Ledger } from '#engine/ledger/ledger.js';
import { LEDGER } from '#engine/ledger/ledger.token.js';
import { reportOrRefuse } from '../report-or-refuse.js';
import { type SharedEvidence, sharedEvidence } from './shared-evidence.js';

/** The evidence files of a report that are behind other reports of its contract too; read from the ledger itself. */
export class SeeSharedEvidenceQuery extends Query<readonly SharedEvidence[]> {
  constructor(
    readonly authority: string,
    readonly report: string,
  ) {
    super();
  }
}

@QueryHandler(SeeSharedEvidenceQuery)
export class SeeSharedEvidenceHandler implements IQueryHandler<SeeSharedEvidenceQuery> {
  constructor(@Inject(LEDGER) private readonly ledger: Ledger) {}

  async execute({ authority, report }: SeeSharedEvidenceQuery): Promise<readonly SharedEvidence[]> {
    const stream =
      (await this.ledger.find(authority, 'delivery report', report)) ??
      refuse('id', report, 'must be a delivery report of this authority', 'Look the reference up.', 'not found');
    const state = fold(contractEvolution, await this.ledger.readStream(authority, stream));
    return sharedEvidence(state, reportOrRefuse(state, report, 'id').report);
  }
}
