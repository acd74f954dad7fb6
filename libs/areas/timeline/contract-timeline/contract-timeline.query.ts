import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { contractStream } from '#domain/contract/contract.js';
import type { Clock } from '#domain/kernel/clock.js';
import type { RecordedEvent } from '#domain/kernel/event.js';
import { refuse } from '#domain/kernel/refusal.js';
import { CLOCK } from '#engine/clock/clock.token.js';
import type { Ledger } from '#engine/ledger/ledger.js';
import { LEDGER } from '#engine/ledger/ledger.token.js';
import { momentOf } from '#engine/ledger/moment.js';
import { EventTeller, type ToldEvent } from '../event-teller.js';
import { type Kind, kindOf } from '../words/sentences.js';
import { isAbout } from './is-about.js';

/** What of a contract’s timeline is asked for; without anything, all of it as it is known now. */
export interface AskedTimeline {
  /** As known then: a position, a day (its end in London) or an instant. */
  readonly knownAt?: string | undefined;
  /** Only what was recorded by this position. */
  readonly upTo?: number | undefined;
  /** Only what names this commitment, delivery report, break clause, or case of one (`B1/1`). */
  readonly about?: string | undefined;
  readonly kind?: Kind | undefined;
  /** Only what comes after this version of the contract’s record. */
  readonly afterVersion?: number | undefined;
  /** At most so many: the first, or with `last` the last. */
  readonly limit?: number | undefined;
  /** The last instead of the first; with `before`, the last of those whose number among all found is lower. */
  readonly last?: { readonly before?: number | undefined } | undefined;
}

export interface ContractTimeline {
  /** The last entry of the ledger that is known, and when it was recorded. */
  readonly position: number;
  readonly recordedAt: string | null;
  /** What the contract was called by then; null where it was not recorded yet. */
  readonly title: string | null;
  /** How many entries were found in all, and how many of them stand before the first item. */
  readonly found: number;
  readonly begin: number;
  /** In the order of the ledger. */
  readonly items: readonly ToldEvent[];
}

/** What happened to a contract, in order; it is read from the ledger itself, so nothing can be missing. */
export class ContractTimelineQuery extends Query<ContractTimeline> {
  constructor(
    readonly authority: string,
    readonly contract: string,
    readonly asked: AskedTimeline = {},
  ) {
    super();
  }
}

@QueryHandler(ContractTimelineQuery)
export class ContractTimelineHandler implements IQueryHandler<ContractTimelineQuery> {
  constructor(
    @Inject(LEDGER) private readonly ledger: Ledger,
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly teller: EventTeller,
  ) {}

  /** @throws {Refusal} for a moment that is none, and `not found` for what is no contract of the authority now */
  async execute({ authority, contract, asked }: ContractTimelineQuery): Promise<ContractTimeline> {
    const { knownAt, upTo = Infinity, about, kind, afterVersion = 0 } = asked;
    const moment = await momentOf(this.ledger, this.clock, authority, knownAt);
    const position = Math.min(moment.position, upTo);
    const stream = contractStream(contract);
    const history = await this.ledger.readStream(authority, stream, 0, position);
    if (history.length === 0) await this.refuseUnknown(authority, contract);
    const found = history.filter(
      ({ type, version, payload }) => version > afterVersion && (kind === undefined || kindOf(type) === kind) && (about === undefined || isAbout(payload, about)),
    );
    if (found.length === 0 && about !== undefined) await this.refuseUnheardOf(authority, contract, about);
    const [begin, end] = span(found.length, asked);
    return {
      position,
      recordedAt: position === moment.position ? moment.recordedAt : await this.ledger.recordedAt(authority, position),
      title: titleIn(history),
      found: found.length,
      begin,
      items: await this.teller.tell(authority, found.slice(begin, end), { knownTo: position, histories: new Map([[stream, history]]) }),
    };
  }

  /** A contract that was recorded later had no entry by then; what never was one has no timeline at all. */
  private async refuseUnknown(authority: string, contract: string): Promise<void> {
    const later = await this.ledger.readStream(authority, contractStream(contract));
    if (later.length === 0) refuse('id', contract, 'must be a contract of this authority', 'Look its reference up in the list of contracts.', 'not found');
  }

  /** What was named later, or is of another kind, has no entry among those asked for; what never was named was mistyped. */
  private async refuseUnheardOf(authority: string, contract: string, about: string): Promise<void> {
    const ever = await this.ledger.readStream(authority, contractStream(contract));
    if (ever.length === 0 || ever.some(({ payload }) => isAbout(payload, about))) return;
    refuse('about', about, 'must be named in the entries of this contract', 'Give the reference of a commitment, delivery report, break clause or case (as B1/2) of it.');
  }
}

/** From which of the entries found to which: the first counts as 0, the second is the first that is left out. */
function span(found: number, { limit = Infinity, last }: AskedTimeline): readonly [number, number] {
  if (!last) return [0, Math.min(found, limit)];
  const end = Math.max(0, Math.min(found, (last.before ?? Infinity) - 1));
  return [Math.max(0, end - limit), end];
}

function titleIn(history: readonly RecordedEvent[]): string | null {
  const stated = history.findLast(({ type }) => type === 'ContractRegistered' || type === 'ContractVaried' || type === 'ContractCorrected');
  return stated ? (stated.payload as { terms: { title: string } }).terms.title : null;
}
