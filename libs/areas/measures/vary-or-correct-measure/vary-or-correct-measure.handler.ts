import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { CommandAnswer, CommandContext } from '#engine/commands/executor.js';
import { MeasureCommands } from '../measure-commands.js';
import { decideMeasureChange, type VaryOrCorrectMeasure } from './vary-or-correct-measure.decision.js';

export class VaryOrCorrectMeasureCommand extends Command<CommandAnswer> {
  constructor(
    readonly context: CommandContext,
    readonly input: VaryOrCorrectMeasure,
  ) {
    super();
  }
}

@CommandHandler(VaryOrCorrectMeasureCommand)
export class VaryOrCorrectMeasureHandler implements ICommandHandler<VaryOrCorrectMeasureCommand> {
  constructor(private readonly measures: MeasureCommands) {}

  execute({ context, input }: VaryOrCorrectMeasureCommand): Promise<CommandAnswer> {
    return this.measures.run(context, (state, around) => ({
      events: decideMeasureChange(state, input, around),
      answer: { id: input.measure },
    }));
  }
}
