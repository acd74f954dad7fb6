import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { contractStream } from '#domain/contract/contract.js';
import { refuse } from '#domain/kernel/refusal.js';
import type { Ledger } from '#engine/ledger/ledger.js';
import { LEDGER } from '#engine/ledger/ledger.token.js';
import { EventTeller, type ToldEvent } from '../event-teller.js';

/** Everything that happened to a contract, in order; it is read from the ledger itself, so nothing can be missing. */
export class ContractTimelineQuery extends Query<readonly ToldEvent[]> {
  constructor(
    readonly authority: string,
    readonly contract: string,
    readonly afterVersion: number,
    readonly limit: number,
    /** Only what was recorded by this position. */
    readonly upTo?: number,
  ) {
    super();
  }
}

@QueryHandler(ContractTimelineQuery)
export class ContractTimelineHandler implements IQueryHandler<ContractTimelineQuery> {
  constructor(
    @Inject(LEDGER) private readonly ledger: Ledger,
    private readonly teller: EventTeller,
  ) {}

  async execute({ authority, contract, afterVersion, limit, upTo }: ContractTimelineQuery): Promise<readonly ToldEvent[]> {
    const events = await this.ledger.readStream(authority, contractStream(contract), afterVersion, upTo);
    if (events.length === 0 && afterVersion === 0) {
      refuse('id', contract, 'must be a contract of this authority', 'Look its reference up in the list of contracts.', 'not found');
    }
    return this.teller.tell(authority, events.slice(0, limit));
  }
}
