import { Inject } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { eachContract, remindersDelivered } from '#areas/contracts/index.js';
import { CALENDAR_STREAM, calendarEvolution } from '#domain/authority/calendar.js';
import { consequencesOf } from '#domain/contract/consequences/consequences.js';
import { contractEvolution } from '#domain/contract/contract.js';
import type { Clock } from '#domain/kernel/clock.js';
import { dateIn } from '#domain/kernel/date.js';
import { fold } from '#domain/kernel/decider.js';
import type { NewEvent } from '#domain/kernel/event.js';
import { refuse } from '#domain/kernel/refusal.js';
import type { CommandContext } from '#engine/commands/executor.js';
import { CLOCK } from '#engine/clock/clock.token.js';
import { headOrRefuse } from '#engine/ledger/head-or-refuse.js';
import type { Ledger } from '#engine/ledger/ledger.js';
import { LEDGER } from '#engine/ledger/ledger.token.js';
import { decideMissedReturns, type MarkMissedReturns } from './mark-missed-returns.decision.js';

/** What the sweep came to: how many contracts it looked at, and what it recorded. */
export interface MarkedMissed {
  readonly on: string;
  /** The position up to which the ledger is recorded afterwards. */
  readonly position: number;
  readonly contracts: number;
  readonly missed: number;
  readonly conditionsMet: number;
}

export class MarkMissedReturnsCommand extends Command<MarkedMissed> {
  constructor(
    readonly context: CommandContext,
    readonly input: MarkMissedReturns,
    /** Called with the entries read and the entries that there are. */
    readonly progress: (read: number, of: number) => void = () => undefined,
  ) {
    super();
  }
}

/** As often as something may be recorded on one of the contracts while all are looked at. */
const TRIES = 6;

interface Found {
  readonly contracts: number;
  readonly events: { readonly stream: string; readonly event: NewEvent }[];
  readonly versions: Map<string, number>;
}

/**
 * Looks at every contract of an authority and records, in one act, the returns that were missed and the conditions that
 * are met as of a day. Run again it finds what it recorded, and records nothing.
 */
@CommandHandler(MarkMissedReturnsCommand)
export class MarkMissedReturnsHandler implements ICommandHandler<MarkMissedReturnsCommand> {
  constructor(
    @Inject(LEDGER) private readonly ledger: Ledger,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * @throws {Refusal} for a day that is still to come, for an authority without a ledger, and as a `conflict` where its
   * contracts kept changing while they were looked at
   */
  async execute({ context, input: { on }, progress }: MarkMissedReturnsCommand): Promise<MarkedMissed> {
    const today = dateIn(this.clock.now());
    if (on > today) refuse('on', on, `must not be after today, ${today}`, 'Look once the day has come: a return may still arrive.');
    const { authority, commandId, requestHash, actor } = context;
    for (let tried = 1; tried <= TRIES; tried++) {
      const { position } = await headOrRefuse(this.ledger, authority);
      const { contracts, events, versions } = await this.look(authority, { on, today }, position, progress);
      const count = (type: string) => events.filter(({ event }) => event.type === type).length;
      const found = { on, contracts, missed: count('ReturnMissed'), conditionsMet: count('BreakConditionMet') };
      if (events.length === 0) return { ...((await this.earlier(context)) ?? { ...found, position }) };
      const outcome = await this.ledger.import({ authority, commandId, requestHash, actor, expectedVersions: versions, events, references: [], answer: found });
      if (outcome.outcome === 'appended' || outcome.outcome === 'repeated') return { ...(outcome.answer as typeof found), position: outcome.position };
      if (outcome.outcome === 'another request') {
        refuse('Idempotency-Key', commandId, 'must not be used again for another request', 'Send a new key with a new request; the same key only repeats the same request.');
      }
    }
    return refuse('on', on, 'must be looked at while the contracts stand still, and they kept changing', 'Try again; nothing has been recorded.', 'conflict');
  }

  private async look(authority: string, { on, today }: { readonly on: string; readonly today: string }, upTo: number, progress: (read: number, of: number) => void): Promise<Found> {
    const { bankHolidays } = fold(calendarEvolution, await this.ledger.readStream(authority, CALENDAR_STREAM, 0, upTo));
    const found: Found & { contracts: number } = { contracts: 0, events: [], versions: new Map() };
    for await (const { stream, state } of eachContract(this.ledger, authority, upTo, (read) => progress(read, upTo))) {
      found.contracts++;
      const missed = decideMissedReturns(state, on, bankHolidays, today);
      const after = fold(contractEvolution, missed, state);
      const met = consequencesOf(after, { today: on, foundOn: today, bankHolidays, remindersDelivered });
      if (missed.length + met.length === 0) continue;
      found.versions.set(stream, state.version);
      found.events.push(...[...missed, ...met].map((event) => ({ stream, event })));
    }
    return found;
  }

  /** What this command was answered before, if it recorded something then. */
  private async earlier({ authority, commandId, requestHash }: CommandContext): Promise<MarkedMissed | undefined> {
    const recorded = await this.ledger.recorded(authority, commandId);
    if (!recorded || recorded.requestHash !== requestHash) return undefined;
    return { ...(recorded.answer as Omit<MarkedMissed, 'position'>), position: recorded.position };
  }
}
