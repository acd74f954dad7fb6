import { Inject, Injectable } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { type Directory, DIRECTORY } from '#areas/directory/index.js';
import type { Clock } from '#domain/kernel/clock.js';
import { Refusal } from '#domain/kernel/refusal.js';
import { CLOCK } from '#engine/clock/clock.token.js';
import type { JobRun } from '#engine/jobs/jobs.js';
import type { ImportAnswer } from '../import-workbook/import-answer.js';
import { answerToRecord } from '../import-workbook/import-answer-of.js';
import { ImportWorkbookCommand } from '../import-workbook/import-workbook.handler.js';
import { PAST_IMPORTS } from '../past-imports/past-imports.token.js';
import type { PastImports } from '../past-imports/past-imports.js';
import { csvFolder } from '../reader/csv/csv-folder.js';
import type { ImportJobData, ImportJobResult } from './import-job.js';
import { type Uploads, UPLOADS } from './uploads.js';

const BROKE_OFF = 'Something went wrong that should not, and the import broke off. See what stands in the ledger, then send it again under a new Idempotency-Key.';

/** Does an import that was asked for. Done twice, it answers twice the same: the ledger knows its command. */
@Injectable()
export class DoImport {
  constructor(
    private readonly commands: CommandBus,
    @Inject(PAST_IMPORTS) private readonly imports: PastImports,
    @Inject(DIRECTORY) private readonly directory: Directory,
    @Inject(UPLOADS) private readonly uploads: Uploads,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async run({ data, progress, signal }: JobRun<ImportJobData>): Promise<ImportJobResult> {
    const { authority, id } = data;
    const name = (await this.directory.nameOf(authority, [data.actor])).get(data.actor) ?? data.actor;
    let answer: ImportAnswer | null = null;
    try {
      answer = await this.commands.execute(
        new ImportWorkbookCommand({
          reader: await csvFolder(this.uploads.pathOf(authority, id)),
          commandId: data.commandId,
          actingAs: name,
          authority,
          createAuthority: data.createAuthority ?? undefined,
          check: data.check,
          allOrNothing: data.allOrNothing,
          reason: data.reason ?? undefined,
          kind: data.kind ?? undefined,
          progress: ({ done, of }) => {
            signal.throwIfAborted();
            if (of !== undefined) progress(done, of);
          },
        }),
      );
      await this.imports.end(authority, id, this.clock.now(), { answer: answerToRecord(answer) });
    } catch (failure) {
      // A process that ends leaves the job, and its files, to the next one.
      if (signal.aborted) throw failure;
      await this.imports.end(authority, id, this.clock.now(), { failure: failure instanceof Refusal ? failure.message : BROKE_OFF });
      if (!(failure instanceof Refusal)) {
        await this.uploads.remove(authority, id);
        throw failure;
      }
    }
    await this.uploads.remove(authority, id);
    return { id, answer };
  }
}
