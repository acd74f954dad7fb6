import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import type { RecordedEvent } from '#domain/kernel/event.js';
import { refuse } from '#domain/kernel/refusal.js';
import { type ToldEvent, EventTeller } from '#areas/timeline/index.js';
import type { Ledger } from '#engine/ledger/ledger.js';
import { LEDGER } from '#engine/ledger/ledger.token.js';

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
    const behind = history.filter((event) => isBehind(event, made, commitment));
    const told = await this.teller.tell(authority, behind.includes(made) || behind.some((event) => event.position === position) ? behind : [...behind, made]);
    const promise = told.filter(({ event }) => event.startsWith('Commitment'));
    const fact = (name: string) => promise.map(({ facts }) => facts.find((one) => one.field === name)?.value).findLast((value) => value !== undefined);
    return { bidSentence: fact('bidSentence') ?? null, bidReference: fact('terms.bidReference') ?? '', events: told };
  }
}

/** The promise and its changes; of a report's entry, that report's whole chain. */
function isBehind(event: RecordedEvent, made: RecordedEvent, commitment: string): boolean {
  const payload = event.payload as { commitment?: string; report?: string; corrects?: string };
  if (event.position === made.position) return true;
  if (payload.commitment !== commitment) return false;
  if (event.type.startsWith('Commitment')) return true;
  const of = made.payload as { report?: string; corrects?: string };
  const reports = [of.report, of.corrects].filter((reference) => reference !== undefined);
  return reports.some((reference) => reference === payload.report || reference === payload.corrects);
}
