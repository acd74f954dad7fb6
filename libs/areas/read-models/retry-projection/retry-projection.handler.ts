import { Inject } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { refuse } from '#domain/kernel/refusal.js';
import type { CommandAnswer } from '#engine/commands/executor.js';
import type { Ledger } from '#engine/ledger/ledger.js';
import { LEDGER } from '#engine/ledger/ledger.token.js';
import { Engine } from '#engine/projections/engine.js';

/** Lets a projection try again the entry that it is parked at. */
export class RetryProjectionCommand extends Command<CommandAnswer> {
  constructor(
    readonly authority: string,
    readonly projection: string,
    /** The entry that it is parked at. */
    readonly position: number,
  ) {
    super();
  }
}

@CommandHandler(RetryProjectionCommand)
export class RetryProjectionHandler implements ICommandHandler<RetryProjectionCommand> {
  constructor(
    @Inject(LEDGER) private readonly ledger: Ledger,
    private readonly engine: Engine,
  ) {}

  /**
   * Nothing is recorded, so a retry sent twice is told by what it names: a projection that no longer waits at that
   * entry has been retried already, and is left alone.
   */
  async execute({ authority, projection, position }: RetryProjectionCommand): Promise<CommandAnswer> {
    if (!(await this.ledger.head(authority))) {
      refuse('code', authority, 'must have a ledger', 'Look the code up under /api/authorities.', 'not found');
    }
    const standings = await this.engine.standings([authority]);
    const standing = standings.find((one) => one.projection === projection);
    if (!standing) return refuse('name', projection, 'must be a projection', `Name one of ${standings.map((one) => one.projection).join(', ')}.`, 'not found');
    const { parked, version } = standing;
    if (parked && parked.position !== position) {
      refuse('position', position, `must be the entry that it is parked at, ${parked.position}`, 'Look at what it is parked at, then retry that.', 'conflict');
    }
    // the next entry may be one that was let go a moment ago
    if (!parked && position > standing.position + 1) {
      refuse('position', position, 'must be an entry that it is parked at, and it is parked at none', 'Leave it: it follows the ledger.', 'conflict');
    }
    if (parked) await this.engine.retry(projection, authority);
    return { id: projection, position, version };
  }
}
