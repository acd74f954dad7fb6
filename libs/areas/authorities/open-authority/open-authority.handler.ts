import { Inject } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { CommandContexts, type CommandSender } from '#areas/directory/index.js';
import { authorityOpened, POLICY_STREAM, policyEvolution } from '#domain/authority/policy.js';
import type { Clock } from '#domain/kernel/clock.js';
import { dateIn } from '#domain/kernel/date.js';
import { refuse } from '#domain/kernel/refusal.js';
import { CLOCK } from '#engine/clock/clock.token.js';
import { type CommandAnswer, CommandExecutor } from '#engine/commands/executor.js';
import type { Ledger } from '#engine/ledger/ledger.js';
import { LEDGER } from '#engine/ledger/ledger.token.js';
import type { OpenAuthority } from './open-authority.decision.js';

export class OpenAuthorityCommand extends Command<CommandAnswer> {
  constructor(
    readonly sender: CommandSender,
    readonly input: OpenAuthority,
  ) {
    super();
  }
}

@CommandHandler(OpenAuthorityCommand)
export class OpenAuthorityHandler implements ICommandHandler<OpenAuthorityCommand> {
  constructor(
    @Inject(LEDGER) private readonly ledger: Ledger,
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly contexts: CommandContexts,
    private readonly executor: CommandExecutor,
  ) {}

  /**
   * Opens the ledger and records on its first page whose it is.
   * @throws {Refusal} `conflict` when the code has a ledger already
   */
  async execute({ sender, input }: OpenAuthorityCommand): Promise<CommandAnswer> {
    const { code, name } = input;
    const opened = await this.ledger.open(code, name);
    const context = await this.contexts.of(sender, code, 'open-authority', input);
    if (!opened && !(await this.isThisCommands(code, name, context.commandId))) {
      refuse('code', code, 'must not be the code of an authority that is open already', 'Choose another code, or go on with the authority that has it.', 'conflict');
    }
    const businessDate = dateIn(this.clock.now());
    return this.executor.execute(context, POLICY_STREAM, policyEvolution, () => ({
      events: [{ type: authorityOpened.type, businessDate, payload: { name } }],
      answer: { id: code },
    }));
  }

  /** Sent again, or broken off before its first page was written. */
  private async isThisCommands(code: string, name: string, commandId: string): Promise<boolean> {
    if (await this.ledger.recorded(code, commandId)) return true;
    const head = await this.ledger.head(code);
    return head?.position === 0 && head.name === name;
  }
}
