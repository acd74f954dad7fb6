import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { CommandAnswer, CommandContext } from '#engine/commands/executor.js';
import { measureClaim } from '../measure-claim.js';
import { MeasureCommands } from '../measure-commands.js';
import { decideDefineMeasure, type DefineMeasure } from './define-measure.decision.js';

export class DefineMeasureCommand extends Command<CommandAnswer> {
  constructor(
    readonly context: CommandContext,
    readonly input: DefineMeasure,
  ) {
    super();
  }
}

@CommandHandler(DefineMeasureCommand)
export class DefineMeasureHandler implements ICommandHandler<DefineMeasureCommand> {
  constructor(private readonly measures: MeasureCommands) {}

  execute({ context, input }: DefineMeasureCommand): Promise<CommandAnswer> {
    return this.measures.run(context, (state, around) => ({
      events: decideDefineMeasure(state, input, around),
      references: [measureClaim(input.measure)],
      answer: { id: input.measure },
    }));
  }
}
