import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { namedOrRefuse, Teller } from '#areas/registers/index.js';
import type { Clock } from '#domain/kernel/clock.js';
import { CLOCK } from '#engine/clock/clock.token.js';
import type { Ledger } from '#engine/ledger/ledger.js';
import { LEDGER } from '#engine/ledger/ledger.token.js';
import { momentOf } from '#engine/ledger/moment.js';
import { type AskedObligations, namedIn, wantedBy } from '../ask/asked.js';
import { obligationAnswer, type ObligationAnswer } from '../ask/obligation-answer.js';
import { OBLIGATIONS_STORE, type ObligationsQuestion, type ObligationsStore } from '../store/obligations-store.js';

/** What is due from whom and when, by the day on which it is due, now or as known at an earlier moment. */
export class ObligationsQuery extends Query<readonly ObligationAnswer[]> {
  constructor(
    readonly authority: string,
    readonly asked: AskedObligations,
    /** Go on after this one; null: at the beginning. */
    readonly after: ObligationsQuestion['after'],
    readonly limit: number,
  ) {
    super();
  }
}

@QueryHandler(ObligationsQuery)
export class ObligationsHandler implements IQueryHandler<ObligationsQuery> {
  constructor(
    @Inject(OBLIGATIONS_STORE) private readonly store: ObligationsStore,
    @Inject(LEDGER) private readonly ledger: Ledger,
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly teller: Teller,
  ) {}

  async execute({ authority, asked, after, limit }: ObligationsQuery): Promise<readonly ObligationAnswer[]> {
    const moment = await momentOf(this.ledger, this.clock, authority, asked.knownAt);
    await namedOrRefuse(this.ledger, authority, namedIn(asked));
    const wanted = wantedBy(asked, moment);
    const found = await this.store.read(authority, (view) => view.obligations({ ...wanted, after, limit }), wanted.position ?? 0);
    const told = await this.teller.tell(authority, { providers: found.map(({ provider }) => provider || null) });
    return found.map((one) => obligationAnswer(one, told));
  }
}
