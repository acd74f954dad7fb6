import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { refuse } from '#domain/kernel/refusal.js';
import { type ToldEvent, EventTeller } from '#areas/timeline/index.js';
import type { Ledger } from '#engine/ledger/ledger.js';
import { LEDGER } from '#engine/ledger/ledger.token.js';
import { eventsBehind } from './events-behind.js';

/** What stands behind an entry: the event that made it, and the events that it rests on. */
export interface EntryEvents {
  /** The sentence of the bid; null beyond the contract. */
  readonly bidSentence: string | null;
  readonly bidReference: string;
  /** In the order of the ledger: the promise, what changed it, and what became of the report. */
  readonly events: readonly ToldEvent[];
}

export class SeeEntryEventsQuery extends Query<EntryEvents> {
  constructor(
    readonly authority: string,
    readonly position: number,
    readonly commitment: string,
  ) {
    super();
  }
}

@QueryHandler(SeeEntryEventsQuery)
export class SeeEntryEventsHandler implements IQueryHandler<SeeEntryEventsQuery> {
  constructor(
    @Inject(LEDGER) private readonly ledger: Ledger,
    private readonly teller: EventTeller,
  ) {}

  async execute({ authority, position, commitment }: SeeEntryEventsQuery): Promise<EntryEvents> {
    const [made] = await this.ledger.readPositions(authority, [position]);
    if (!made) return refuse('id', position, 'must be of an entry of this ledger', 'Take the `id` of an entry of a total.', 'not found');
    const stream = await this.ledger.find(authority, 'commitment', commitment);
    const history = stream ? await this.ledger.readStream(authority, stream, 0, position) : [];
    const told = await this.teller.tell(authority, eventsBehind(history, made, commitment));
    const promise = told.filter(({ event }) => event.startsWith('Commitment'));
    const fact = (name: string) => promise.map(({ facts }) => facts.find((one) => one.field === name)?.value).findLast((value) => value !== undefined);
    return { bidSentence: fact('bidSentence') ?? null, bidReference: fact('terms.bidReference') ?? '', events: told };
  }
}
