import { setTimeout as pause } from 'node:timers/promises';
import { Inject, Injectable } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { type Directory, DIRECTORY } from '#areas/directory/index.js';
import type { Clock } from '#domain/kernel/clock.js';
import { Refusal } from '#domain/kernel/refusal.js';
import { CLOCK } from '#engine/clock/clock.token.js';
import type { JobRun, Jobs } from '#engine/jobs/jobs.js';
import { isPassing } from '#engine/projections/failures.js';
import type { ImportAnswer } from '../import-workbook/import-answer.js';
import { answerToRecord } from '../import-workbook/import-answer-of.js';
import { ImportWorkbookCommand } from '../import-workbook/import-workbook.handler.js';
import { PAST_IMPORTS } from '../past-imports/past-imports.token.js';
import type { PastImports } from '../past-imports/past-imports.js';
import { openWorkbook } from '../reader/open-workbook.js';
import { importJob, type ImportJobData, type ImportJobResult } from './import-job.js';
import { refusedAsAWhole } from './refused-as-a-whole.js';
import { type Uploads, UPLOADS } from './uploads.js';

/** How long to wait for the database before each further attempt. */
const AGAIN_AFTER_MS = [100, 500, 2_000, 5_000];
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

  async run(run: JobRun<ImportJobData>): Promise<ImportJobResult> {
    const { data, signal } = run;
    const { authority, id } = data;
    let answer: ImportAnswer | null = null;
    try {
      answer = await this.untilReached(signal, async () => {
        // a process that was killed may have come to the end of it, but for saying so
        const earlier = await this.imports.find(authority, id);
        if (earlier?.endedAt) return earlier.answer;
        const found = await this.answer(run);
        await this.imports.end(authority, id, this.clock.now(), { answer: answerToRecord(found) });
        return found;
      });
    } catch (failure) {
      // A process that ends leaves the job, and its files, to the next one.
      if (signal.aborted) throw failure;
      await this.imports.end(authority, id, this.clock.now(), { failure: failure instanceof Refusal ? failure.message : BROKE_OFF });
      if (!(failure instanceof Refusal)) {
        await this.letGo(data, null);
        throw failure;
      }
    }
    await this.letGo(data, answer);
    return { id, answer };
  }

  /** What becomes of it. On a page a file that is no workbook is answered like one with problems, and may be looked at while its files are kept. */
  private async answer(run: JobRun<ImportJobData>): Promise<ImportAnswer> {
    const { authority, upload, check } = run.data;
    if (upload === undefined) return this.import(run);
    const found = await this.import(run).catch((failure: unknown) => refusedAsAWhole(failure, this.uploads.pathOf(authority, upload)));
    await this.uploads.note(authority, upload, check ? 'checked' : 'imported', found);
    return found;
  }

  /** Removes files that nobody needs any more. Those of an upload are kept for somebody to confirm, or to be given back with its problems marked. */
  private async letGo({ authority, id, upload, check }: ImportJobData, answer: ImportAnswer | null): Promise<void> {
    const needed = upload !== undefined && answer !== null && (check || answer.problems.length > 0);
    if (!needed) await this.uploads.remove(authority, upload ?? id);
  }

  /** Clears away files that wait for nobody: those of imports that were never begun, or whose end a killed server missed. */
  async clearAbandoned(jobs: Jobs): Promise<void> {
    await this.uploads.clearAbandoned(async (id) => {
      const state = (await jobs.status(importJob, id))?.state;
      return state === 'waiting' || state === 'running';
    });
  }

  private async import({ data, progress, signal }: JobRun<ImportJobData>): Promise<ImportAnswer> {
    const { authority, id, upload, actor, commandId, check, allOrNothing } = data;
    const actingAs = (await this.directory.nameOf(authority, [actor])).get(actor) ?? actor;
    return this.commands.execute(
      new ImportWorkbookCommand({
        reader: await openWorkbook(this.uploads.pathOf(authority, upload ?? id)),
        ...{ commandId, actingAs, authority, check, allOrNothing },
        createAuthority: data.createAuthority ?? undefined,
        reason: data.reason ?? undefined,
        kind: data.kind ?? undefined,
        progress: ({ done, of }) => {
          signal.throwIfAborted();
          if (of !== undefined) progress(done, of);
        },
      }),
    );
  }

  /** A connection that is cut says nothing of the workbook: it is done again, and what was recorded is answered as it was. */
  private async untilReached<Result>(signal: AbortSignal, work: () => Promise<Result>): Promise<Result> {
    for (const wait of AGAIN_AFTER_MS) {
      try {
        return await work();
      } catch (failure) {
        if (signal.aborted || !isPassing(failure)) throw failure;
        await pause(wait, undefined, { signal });
      }
    }
    return work();
  }
}
