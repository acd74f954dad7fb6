import { setTimeout as pause } from 'node:timers/promises';
import { note } from '#engine/ledger/conformance-events.js';
import type { AppendOutcome, Ledger, Reference } from '#engine/ledger/ledger.js';
import type { Random } from '../../../support/generate-events/random.js';
import type { CommandLog, LoggedAnswer, LoggedCommand } from './command-log.js';

/** Why an import of the load fails that was told to. */
export const ROLLED_BACK = 'rolled back, as the load wants it';

const isFinal = ({ outcome }: AppendOutcome): boolean => outcome !== 'version conflict';

/** Sends commands and keeps a log of it. */
export class Sending {
  constructor(
    private readonly ledger: Ledger,
    private readonly log: CommandLog,
    private readonly random: Random,
    private readonly told: (what: string) => void,
  ) {}

  /** Sends a command until it is answered: again where the answer was lost, and on the fresh version in a conflict. */
  async untilAnswered(command: LoggedCommand): Promise<LoggedAnswer> {
    for (let sent = command; ; ) {
      await this.log.keep({ sent });
      // Now and then twice in one moment, as a doubled click does.
      const sendings = this.random.chance(0.05) ? [sent, sent] : [sent];
      const outcomes = await Promise.allSettled(sendings.map((one) => this.once(one)));
      const answers = outcomes.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
      const answer = answers.find(isFinal);
      if (answer) {
        for (const one of answers.filter(isFinal)) await this.log.keep({ answered: command.id, answer: answerOf(one) });
        this.told('answered');
        return answerOf(answer);
      }
      const [conflict] = answers;
      if (conflict?.outcome === 'version conflict') {
        this.told('decided again');
        const onFresh = (write: LoggedCommand['writes'][number]) => (write.stream === conflict.stream ? { ...write, expected: conflict.actual } : write);
        sent = { ...sent, writes: sent.writes.map(onFresh) };
      } else {
        const [failure] = outcomes as [PromiseRejectedResult];
        const why = (failure.reason as Error).message;
        await this.log.keep({ failed: command.id, why });
        this.told(why === ROLLED_BACK ? 'rolled back' : 'sent again');
        await pause(this.random.between(1, 10));
      }
    }
  }

  /** Sends a command that was answered once more, and logs what it is answered now. */
  async again(command: LoggedCommand): Promise<void> {
    const [outcome] = await Promise.allSettled([this.once(command)]);
    if (outcome.status === 'rejected') return this.log.keep({ failed: command.id, why: (outcome.reason as Error).message });
    this.told('repeated');
    await this.log.keep({ answered: command.id, answer: answerOf(outcome.value) });
  }

  private once(command: LoggedCommand): Promise<AppendOutcome> {
    return command.how === 'import' ? this.import(command) : this.ledger.append(groupOf(command));
  }

  /** Some imports are rolled back at their last moment, with all rows written and the head still held. */
  private import(command: LoggedCommand): Promise<AppendOutcome> {
    const { writes, ...act } = groupOf(command);
    return this.ledger.import({
      ...act,
      expectedVersions: new Map(writes.map(({ stream, expectedVersion }) => [stream, expectedVersion])),
      events: writes.flatMap(({ stream, events }) => events.map((event) => ({ stream, event }))),
      alongside: async () => {
        if (!this.random.chance(0.3)) return;
        await pause(this.random.between(0, 20));
        throw new Error(ROLLED_BACK);
      },
    });
  }
}

export function groupOf({ id, authority, requestHash, writes, reference }: LoggedCommand) {
  let nth = 0;
  const references: Reference[] = reference === undefined ? [] : [{ kind: 'contract', reference, stream: writes[0]!.stream }];
  return {
    authority,
    commandId: id,
    requestHash,
    actor: 'person-1',
    references,
    writes: writes.map(({ stream, expected, events }) => ({
      stream,
      expectedVersion: expected,
      events: Array.from({ length: events }, () => note(`${id}#${nth++}`)),
    })),
  };
}

function answerOf(outcome: AppendOutcome): LoggedAnswer {
  if (outcome.outcome !== 'appended' && outcome.outcome !== 'repeated') return { outcome: outcome.outcome };
  const { first, position, recordedAt, versions } = outcome;
  return { outcome: outcome.outcome, first, position, recordedAt, versions };
}
