import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import type { Clock } from '#domain/kernel/clock.js';
import { CLOCK } from '#engine/clock/clock.token.js';
import { refuse } from '#domain/kernel/refusal.js';
import type { Ledger } from '#engine/ledger/ledger.js';
import { LEDGER } from '#engine/ledger/ledger.token.js';
import { addUp } from '../ask/add-up.js';
import { readBy, readFilters } from '../ask/asked.js';
import type { Dimension } from '../ask/dimension.js';
import { keptRows } from '../ask/kept-answer.js';
import { momentOf } from '#engine/ledger/moment.js';
import type { KeptAnswer } from '../ask/shapes.js';
import { TOTALS_STORE, type TotalsStore } from '../store/totals-store.js';

/** What was validated is compared with what was due; where something is promised or reported, and nothing due yet, there is a row that says so. */
const COMPARED = new Set(['committed', 'due', 'reported', 'validated'] as const);

export interface AskedKept {
  readonly by: readonly string[];
  readonly where: readonly string[];
  readonly deliveredTo: string;
  readonly knownAt?: string | undefined;
}

/** How much of what was due by a day was kept, each commitment by itself (COUNTING.md rule 12). */
export class AskKeptQuery extends Query<KeptAnswer> {
  constructor(
    readonly authority: string,
    readonly asked: AskedKept,
  ) {
    super();
  }
}

@QueryHandler(AskKeptQuery)
export class AskKeptHandler implements IQueryHandler<AskKeptQuery> {
  constructor(
    @Inject(TOTALS_STORE) private readonly store: TotalsStore,
    @Inject(LEDGER) private readonly ledger: Ledger,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async execute({ authority, asked }: AskKeptQuery): Promise<KeptAnswer> {
    const by = readBy(asked.by);
    const filters = readFilters(asked.where);
    for (const dimension of by) refuseCutting('by', dimension, dimension);
    for (const { dimension, values } of filters) refuseCutting('where', dimension, `${dimension}=${values[0]}`);
    // beyond contract is on neither side
    const where = [...filters, { dimension: 'contract-basis' as const, values: ['contract'] }];
    const moment = await momentOf(this.ledger, this.clock, authority, asked.knownAt);
    const { deliveredTo } = asked;
    return this.store.read(
      authority,
      async (view) => {
        const position = asked.knownAt === undefined ? view.position : moment.position;
        const sums = await addUp(view, { position, by: [...by, 'commitment'], where, yearBasis: 'delivered', deliveredTo, dueOn: deliveredTo, figures: COMPARED });
        return { authority, position, deliveredTo, rows: [...keptRows(sums, by)] };
      },
      asked.knownAt === undefined ? 0 : moment.position,
    );
  }
}

/** The share kept is of commitments, whole: of the contract, and over all their years. */
function refuseCutting(field: string, dimension: Dimension, found: string): void {
  if (dimension !== 'year' && dimension !== 'quarter' && dimension !== 'contract-basis') return;
  refuse(field, found, 'must not cut a commitment’s life', 'The share kept is taken over the whole life of each commitment; leave it out.');
}
