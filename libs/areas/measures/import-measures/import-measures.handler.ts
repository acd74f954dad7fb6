import { Inject } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { MeasureSetState } from '#domain/measures/measure-set.js';
import type { CommandContext, Decided } from '#engine/commands/executor.js';
import type { Ledger } from '#engine/ledger/ledger.js';
import { LEDGER } from '#engine/ledger/ledger.token.js';
import { measureClaim } from '../measure-claim.js';
import { MeasureCommands } from '../measure-commands.js';
import { decideImportMeasures, type ImportMeasures } from './import-measures.decision.js';

/** How many measures of a pack were new, differed, and stood already; and the last position of the ledger. */
export interface MeasuresImported {
  readonly position: number;
  readonly defined: number;
  readonly changed: number;
  readonly unchanged: number;
}

export class ImportMeasuresCommand extends Command<MeasuresImported> {
  constructor(
    readonly context: CommandContext,
    readonly input: ImportMeasures,
  ) {
    super();
  }
}

@CommandHandler(ImportMeasuresCommand)
export class ImportMeasuresHandler implements ICommandHandler<ImportMeasuresCommand> {
  constructor(
    private readonly measures: MeasureCommands,
    @Inject(LEDGER) private readonly ledger: Ledger,
  ) {}

  async execute({ context, input }: ImportMeasuresCommand): Promise<MeasuresImported> {
    const earlier = await this.ledger.recorded(context.authority, context.commandId);
    let counts = { defined: 0, changed: 0, unchanged: input.measures.length };
    const decide = (state: MeasureSetState, around: { readonly today: string }): Decided => {
      const { events, defined, changed, unchanged } = decideImportMeasures(state, input, around);
      counts = { defined: defined.length, changed: changed.length, unchanged: unchanged.length };
      return { events, references: defined.map(measureClaim), answer: { id: 'measures', counts } };
    };
    const now = await this.measures.measureSet(context.authority);
    // Nothing new is nothing to record: the same file a second time, under a key of its own, ends here.
    if (!earlier && decide(now, this.measures.surroundings()).events.length === 0) {
      return { ...counts, position: (await this.ledger.head(context.authority))?.position ?? 0 };
    }
    const { position } = await this.measures.run(context, decide);
    const first = (earlier?.answer as { counts?: typeof counts } | undefined)?.counts;
    return { ...(first ?? counts), position };
  }
}
