import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { namedOrRefuse, Teller } from '#areas/registers/index.js';
import { RETURN_STATES, type ReturnState } from '#domain/contract/reporting/owed-returns.js';
import type { Clock } from '#domain/kernel/clock.js';
import { CLOCK } from '#engine/clock/clock.token.js';
import type { Ledger } from '#engine/ledger/ledger.js';
import { LEDGER } from '#engine/ledger/ledger.token.js';
import { momentOf } from '#engine/ledger/moment.js';
import { type AskedObligations, namedIn, wantedBy } from '../ask/asked.js';
import { obligationAnswer } from '../ask/obligation-answer.js';
import { OBLIGATIONS_STORE, type ObligationsQuestion, type ObligationsStore } from '../store/obligations-store.js';
import type { ReturnsAnswer } from './returns-answer.js';

/** Which returns are asked for, as people ask. */
export type AskedReturns = Omit<AskedObligations, 'kind' | 'state'> & { readonly state?: readonly ReturnState[] | undefined };

/** The returns of an authority by the day on which they are due, with how many there are in each state. */
export class ReturnsQuery extends Query<ReturnsAnswer> {
  constructor(
    readonly authority: string,
    readonly asked: AskedReturns,
    /** Go on after this one; null: at the beginning. */
    readonly after: ObligationsQuestion['after'],
    readonly limit: number,
  ) {
    super();
  }
}

@QueryHandler(ReturnsQuery)
export class ReturnsHandler implements IQueryHandler<ReturnsQuery> {
  constructor(
    @Inject(OBLIGATIONS_STORE) private readonly store: ObligationsStore,
    @Inject(LEDGER) private readonly ledger: Ledger,
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly teller: Teller,
  ) {}

  async execute({ authority, asked, after, limit }: ReturnsQuery): Promise<ReturnsAnswer> {
    const moment = await momentOf(this.ledger, this.clock, authority, asked.knownAt);
    await namedOrRefuse(this.ledger, authority, namedIn(asked));
    const wanted = wantedBy({ ...asked, kind: ['return'] }, moment);
    const { found, counts, position } = await this.store.read(
      authority,
      async (view) => ({
        position: wanted.position ?? view.position,
        found: await view.obligations({ ...wanted, after, limit }),
        counts: await view.countByState(wanted),
      }),
      wanted.position ?? 0,
    );
    const told = await this.teller.tell(authority, { providers: found.map(({ provider }) => provider) });
    return {
      authority,
      position,
      knownAt: asked.knownAt ?? null,
      on: wanted.on,
      counts: Object.fromEntries(RETURN_STATES.map((state) => [state, counts.get(state) ?? 0])) as ReturnsAnswer['counts'],
      items: found.map((one) => obligationAnswer(one, told)),
    };
  }
}
