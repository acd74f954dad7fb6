import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryBus, QueryHandler } from '@nestjs/cqrs';
import { AskCommitmentProgressQuery, type CommitmentProgress } from '#areas/totals/index.js';
import { contractStream, sharesOf } from '#domain/contract/contract.js';
import { decimalText } from '#domain/kernel/decimal.js';
import { refuse } from '#domain/kernel/refusal.js';
import { byCodePoint } from '#domain/kernel/split.js';
import type { Ledger } from '#engine/ledger/ledger.js';
import { LEDGER } from '#engine/ledger/ledger.token.js';
import { commitmentAnswer } from '../told/commitment-answer.js';
import { type ContractRecord, readContract } from '../told/contract-record.js';
import { Teller, type Told } from '../told/teller.js';
import type { ContractAnswer } from './contract-shape.js';

/** A contract as its record stands now, with the figures of its commitments as far as the totals are folded. */
export class SeeContractQuery extends Query<ContractAnswer> {
  constructor(
    readonly authority: string,
    readonly contract: string,
  ) {
    super();
  }
}

@QueryHandler(SeeContractQuery)
export class SeeContractHandler implements IQueryHandler<SeeContractQuery> {
  constructor(
    @Inject(LEDGER) private readonly ledger: Ledger,
    private readonly queries: QueryBus,
    private readonly teller: Teller,
  ) {}

  async execute({ authority, contract }: SeeContractQuery): Promise<ContractAnswer> {
    const record = readContract(await this.ledger.readStream(authority, contractStream(contract)));
    if (!record) return refuse('id', contract, 'must be a contract of this authority', 'Look its reference up in the list of contracts.', 'not found');
    const [progress, told] = await Promise.all([
      this.queries.execute(new AskCommitmentProgressQuery(authority, contract)),
      this.teller.tell(authority, {
        providers: providersOf(record),
        people: [record.state.terms!.manager],
        payloads: [[...record.bidSentences.values()], record.returns, record.breakClauses, [record.completionReason]],
      }),
    ]);
    return contractAnswer(record, progress, told);
  }
}

function providersOf({ state, returns }: ContractRecord): readonly (string | null)[] {
  return [
    state.terms!.lead,
    ...sharesOf(state).map(({ provider }) => provider),
    ...Object.values(state.commitments).map(({ terms }) => terms.provider),
    ...returns.map(({ provider }) => provider),
  ];
}

function contractAnswer(record: ContractRecord, progress: CommitmentProgress, told: Told): ContractAnswer {
  const { state } = record;
  const { lead, manager, ...terms } = state.terms!;
  return {
    ...terms,
    version: state.version,
    provider: told.provider(lead),
    manager: told.person(manager),
    status: state.status === 'not registered' ? 'running' : state.status,
    completedOn: state.completedOn,
    terminatedOn: state.terminatedOn,
    suspendedSince: state.suspensions.at(-1)?.to === null ? state.suspensions.at(-1)!.from : null,
    completionReason: told.text(record.completionReason),
    schedule: state.schedule && { ...state.schedule, periodEnds: [...state.schedule.periodEnds] },
    members: sharesOf(state).map(({ provider, share }) => ({ provider: told.provider(provider), share: decimalText(share, 4) })),
    commitments: Object.values(state.commitments).sort((a, b) => byCodePoint(a.reference, b.reference)).map((made) => commitmentAnswer(made, record, progress, told)),
    returns: record.returns.map(({ provider, from, to, nil, submittedOn, submittedBy }) => ({
      provider: told.provider(provider),
      period: { from, to },
      nil,
      submittedOn,
      submittedBy: told.person(submittedBy),
    })),
    breakClauses: record.breakClauses.map(({ clause, noticeAddress, change: _change, ...agreed }) => ({
      ...agreed,
      reference: clause,
      noticeAddress: told.text(noticeAddress),
    })),
    lastRecordedAt: record.lastRecordedAt,
    figuresPosition: progress.position,
    dueOn: progress.dueOn,
  };
}
