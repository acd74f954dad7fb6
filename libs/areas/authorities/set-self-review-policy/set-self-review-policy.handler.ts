import { Inject } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { POLICY_STREAM, policyEvolution } from '#domain/authority/policy.js';
import type { Clock } from '#domain/kernel/clock.js';
import { dateIn } from '#domain/kernel/date.js';
import { CLOCK } from '#engine/clock/clock.token.js';
import { type CommandAnswer, type CommandContext, CommandExecutor } from '#engine/commands/executor.js';
import { decideSelfReviewPolicy, type SetSelfReviewPolicy } from './set-self-review-policy.decision.js';

export class SetSelfReviewPolicyCommand extends Command<CommandAnswer> {
  constructor(
    readonly context: CommandContext,
    readonly input: SetSelfReviewPolicy,
  ) {
    super();
  }
}

@CommandHandler(SetSelfReviewPolicyCommand)
export class SetSelfReviewPolicyHandler implements ICommandHandler<SetSelfReviewPolicyCommand> {
  constructor(
    private readonly executor: CommandExecutor,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  execute({ context, input }: SetSelfReviewPolicyCommand): Promise<CommandAnswer> {
    return this.executor.execute(context, POLICY_STREAM, policyEvolution, (state) => ({
      events: decideSelfReviewPolicy(state, input, { today: dateIn(this.clock.now()) }),
      answer: { id: 'self-review' },
    }));
  }
}
