import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryBus, QueryHandler } from '@nestjs/cqrs';
import { AskCommitmentProgressQuery, type CommitmentProgress } from '#areas/totals/index.js';
import type { Commitment } from '#domain/contract/state.js';
import { held } from '#domain/kernel/lookup.js';
import { refuse } from '#domain/kernel/refusal.js';
import type { Ledger } from '#engine/ledger/ledger.js';
import { LEDGER } from '#engine/ledger/ledger.token.js';
import { commitmentAnswer } from '../told/commitment-answer.js';
import { type BroughtForward, type ContractRecord, readContract } from '../told/contract-record.js';
import { Teller, type Told } from '../told/teller.js';
import { chainAnswer } from './chain-answer.js';
import type { SeenCommitment } from './commitment-shape.js';

/** A commitment as its record stands now, with its figures as far as the totals are folded. */
export class SeeCommitmentQuery extends Query<SeenCommitment> {
  constructor(
    readonly authority: string,
    readonly commitment: string,
  ) {
    super();
  }
}

@QueryHandler(SeeCommitmentQuery)
export class SeeCommitmentHandler implements IQueryHandler<SeeCommitmentQuery> {
  constructor(
    @Inject(LEDGER) private readonly ledger: Ledger,
    private readonly queries: QueryBus,
    private readonly teller: Teller,
  ) {}

  async execute({ authority, commitment }: SeeCommitmentQuery): Promise<SeenCommitment> {
    const stream = await this.ledger.find(authority, 'commitment', commitment);
    const record = stream === undefined ? undefined : readContract(await this.ledger.readStream(authority, stream));
    const made = record && held(record.state.commitments, commitment);
    if (!made) return refuse('id', commitment, 'must be a commitment of this authority', 'Look its reference up in its contract.', 'not found');
    const [progress, told] = await Promise.all([
      this.queries.execute(new AskCommitmentProgressQuery(authority, record.state.terms!.reference)),
      this.teller.tell(authority, namesIn(made, record)),
    ]);
    return answer(made, record, progress, told);
  }
}

/** All that telling a commitment looks up: no more of its contract than concerns it. */
function namesIn(made: Commitment, record: ContractRecord) {
  const reports = made.reports.names().map((reference) => record.reports.get(reference)!);
  const balances = balancesOf(made, record);
  return {
    providers: [made.terms.provider, ...made.reports.values().map(({ provider }) => provider), ...balances.map(({ provider }) => provider)],
    people: reports.flatMap(({ steps }) => steps.map(({ by }) => by)),
    payloads: [
      [record.bidSentences.get(made.reference)],
      balances,
      ...reports.flatMap(({ claim, steps, endedReason, fileNames }) => [claim, steps, [endedReason], [...fileNames.values()]]),
    ],
  };
}

function balancesOf(made: Commitment, record: ContractRecord): readonly BroughtForward[] {
  return record.openingBalances.get(made.reference) ?? [];
}

function answer(made: Commitment, record: ContractRecord, progress: CommitmentProgress, told: Told): SeenCommitment {
  const { reference: contract, title: contractTitle } = record.state.terms!;
  return {
    ...commitmentAnswer(made, record, progress, told),
    contract,
    contractTitle,
    version: record.state.version,
    openingBalances: balancesOf(made, record).map(({ provider, from, to, quantity, attestedBy }) => ({
      provider: provider === null ? null : told.provider(provider),
      period: { from, to },
      quantity,
      attestedBy: attestedBy === null ? null : told.person(attestedBy),
    })),
    chains: made.chains.names().map((root) => chainAnswer(made, root, record.reports, told)),
    figuresPosition: progress.position,
    dueOn: progress.dueOn,
  };
}

