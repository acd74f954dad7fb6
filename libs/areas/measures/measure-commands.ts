import { Inject, Injectable } from '@nestjs/common';
import type { Clock } from '#domain/kernel/clock.js';
import { dateIn } from '#domain/kernel/date.js';
import { measureSetEvolution, type MeasureSetState, OWN_MEASURES_STREAM } from '#domain/measures/measure-set.js';
import { CLOCK } from '#engine/clock/clock.token.js';
import { type CommandAnswer, type CommandContext, CommandExecutor, type Decided } from '#engine/commands/executor.js';

/** Runs commands on the authority's own measure set, and reads it. */
@Injectable()
export class MeasureCommands {
  constructor(
    private readonly executor: CommandExecutor,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  run(context: CommandContext, decide: (state: MeasureSetState, around: { readonly today: string }) => Decided): Promise<CommandAnswer> {
    return this.executor.execute(context, OWN_MEASURES_STREAM, measureSetEvolution, (state) => decide(state, this.surroundings()));
  }

  /** What decisions look at beside the measures. */
  surroundings(): { readonly today: string } {
    return { today: dateIn(this.clock.now()) };
  }

  /** The measures as they stand now. */
  measureSet(authority: string): Promise<MeasureSetState> {
    return this.executor.stateOf(authority, OWN_MEASURES_STREAM, measureSetEvolution);
  }
}
