import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { quantityText } from '#domain/kernel/quantity.js';
import type { Ledger } from '#engine/ledger/ledger.js';
import { LEDGER } from '#engine/ledger/ledger.token.js';
import { type EntryCursor, filtersOf, type ListedEntry, listEntries } from '../ask/list-entries.js';
import type { EntryAnswer } from '../ask/shapes.js';
import { type Total, writeEntryId } from '../ask/total-id.js';
import { TOTALS_STORE, type TotalsStore } from '../store/totals-store.js';

export interface TracedEntry {
  readonly answer: EntryAnswer;
  readonly cursor: EntryCursor;
}

/** The entries that make a total, in the order of the ledger. */
export class TraceTotalQuery extends Query<readonly TracedEntry[]> {
  constructor(
    readonly total: Total,
    readonly limit: number,
    readonly after?: EntryCursor,
  ) {
    super();
  }
}

@QueryHandler(TraceTotalQuery)
export class TraceTotalHandler implements IQueryHandler<TraceTotalQuery> {
  constructor(
    @Inject(TOTALS_STORE) private readonly store: TotalsStore,
    @Inject(LEDGER) private readonly ledger: Ledger,
  ) {}

  async execute({ total, limit, after }: TraceTotalQuery): Promise<readonly TracedEntry[]> {
    const { authority, position } = total;
    const question = { ...total, where: filtersOf(total) };
    const entries = await this.store.read(authority, (view) => listEntries(view, question, { limit, after }), position);
    const events = await this.ledger.readPositions(authority, [...new Set(entries.map((entry) => entry.position))]);
    const byPosition = new Map(events.map((event) => [event.position, event]));
    return entries.map((entry) => {
      const { eventId, type, recordedAt } = byPosition.get(entry.position)!;
      const { commitment } = entry;
      const cursor = { position: entry.position, commitment, entry: entry.entry };
      return { answer: answerOf(authority, entry, { eventId, event: type, recordedAt }), cursor };
    });
  }
}

function answerOf(authority: string, entry: ListedEntry, event: Pick<EntryAnswer, 'eventId' | 'event' | 'recordedAt'>): EntryAnswer {
  const { position, commitment, dimensions, figure, from, to, postedYear, amount } = entry;
  return {
    id: writeEntryId({ authority, position, commitment, entry: entry.entry }),
    position,
    ...event,
    contract: dimensions.contract,
    commitment,
    provider: dimensions.provider,
    period: { from, to },
    postedYear,
    figure,
    pence: dimensions.valued ? amount.pence : null,
    quantity: quantityText(amount.quantity),
  };
}
