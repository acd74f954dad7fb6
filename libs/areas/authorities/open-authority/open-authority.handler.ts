import { Inject } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { refuse } from '#domain/kernel/refusal.js';
import type { CommandAnswer } from '#engine/commands/executor.js';
import type { Ledger } from '#engine/ledger/ledger.js';
import { LEDGER } from '#engine/ledger/ledger.token.js';
import type { OpenAuthority } from './open-authority.decision.js';

export class OpenAuthorityCommand extends Command<CommandAnswer> {
  constructor(readonly input: OpenAuthority) {
    super();
  }
}

@CommandHandler(OpenAuthorityCommand)
export class OpenAuthorityHandler implements ICommandHandler<OpenAuthorityCommand> {
  constructor(@Inject(LEDGER) private readonly ledger: Ledger) {}

  /** @throws {Refusal} `conflict` when the code has a ledger already */
  async execute({ input: { code, name } }: OpenAuthorityCommand): Promise<CommandAnswer> {
    if (!(await this.ledger.open(code, name))) {
      refuse('code', code, 'must not be the code of an authority that is open already', 'Choose another code, or go on with the authority that has it.', 'conflict');
    }
    return { id: code, position: 0, version: 0 };
  }
}
