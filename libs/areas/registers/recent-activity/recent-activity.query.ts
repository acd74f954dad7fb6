import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { EventTeller, type ToldEvent } from '#areas/timeline/index.js';
import type { Ledger } from '#engine/ledger/ledger.js';
import { LEDGER } from '#engine/ledger/ledger.token.js';
import { Teller } from '../told/teller.js';

/** What was recorded of late in an authority, the latest first; it is read from the ledger itself. */
export class RecentActivityQuery extends Query<readonly ToldEvent[]> {
  constructor(
    readonly authority: string,
    /** Only what was recorded before this position; undefined: from the latest entry back. */
    readonly before: number | undefined,
    readonly limit: number,
  ) {
    super();
  }
}

@QueryHandler(RecentActivityQuery)
export class RecentActivityHandler implements IQueryHandler<RecentActivityQuery> {
  constructor(
    @Inject(LEDGER) private readonly ledger: Ledger,
    private readonly teller: Teller,
    private readonly events: EventTeller,
  ) {}

  async execute({ authority, before, limit }: RecentActivityQuery): Promise<readonly ToldEvent[]> {
    const { position } = await this.teller.checkAuthority(authority);
    const last = Math.min(before === undefined ? position : before - 1, position);
    const wanted = Math.min(limit, last);
    // positions have no gaps, so the entries before one are counted back to
    const events = wanted <= 0 ? [] : await this.ledger.read(authority, last - wanted, wanted);
    return (await this.events.tell(authority, events)).reverse();
  }
}
