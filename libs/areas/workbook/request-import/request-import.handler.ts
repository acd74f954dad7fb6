import { createHash } from 'node:crypto';
import { Inject } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type Directory, DIRECTORY } from '#areas/directory/index.js';
import type { Clock } from '#domain/kernel/clock.js';
import { refuse } from '#domain/kernel/refusal.js';
import { CLOCK } from '#engine/clock/clock.token.js';
import type { Jobs } from '#engine/jobs/jobs.js';
import { JOBS } from '#engine/jobs/jobs.token.js';
import { canonicalJson } from '#engine/ledger/canonical-json.js';
import type { Ledger } from '#engine/ledger/ledger.js';
import { LEDGER } from '#engine/ledger/ledger.token.js';
import type { PastImport, PastImports } from '../past-imports/past-imports.js';
import { PAST_IMPORTS } from '../past-imports/past-imports.token.js';
import { partsOfUpload, type UploadedPart } from '../reader/files/named-files.js';
import { workbookAmong } from '../reader/open-workbook.js';
import { plainFileName } from '../reader/plain-file-name.js';
import { importJob, type ImportJobData } from './import-job.js';
import { type Uploads, UPLOADS } from './uploads.js';

/** How long the one who asks waits for the answer before being told where to come back for it. */
const WAIT_MS = 30_000;

export interface ImportAsked {
  readonly authority: string;
  readonly commandId: string;
  readonly actingAs: string;
  readonly parts: readonly UploadedPart[];
  readonly createAuthority?: string | undefined;
  readonly check: boolean;
  readonly allOrNothing: boolean;
  readonly reason?: string | undefined;
  readonly kind?: 'variation' | 'entry-error' | undefined;
}

/** Ask for an import; it is done elsewhere, and usually before this answers. */
export class RequestImportCommand extends Command<PastImport> {
  constructor(readonly asked: ImportAsked) {
    super();
  }
}

@CommandHandler(RequestImportCommand)
export class RequestImportHandler implements ICommandHandler<RequestImportCommand> {
  constructor(
    @Inject(LEDGER) private readonly ledger: Ledger,
    @Inject(DIRECTORY) private readonly directory: Directory,
    @Inject(PAST_IMPORTS) private readonly imports: PastImports,
    @Inject(JOBS) private readonly jobs: Jobs,
    @Inject(UPLOADS) private readonly uploads: Uploads,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async execute({ asked }: RequestImportCommand): Promise<PastImport> {
    const { authority, commandId, parts, createAuthority = null, check, allOrNothing, reason = null, kind = null } = asked;
    if (createAuthority === null && !(await this.ledger.head(authority))) {
      refuse('authority', authority, 'must have a ledger', 'Open it first with POST /api/authorities, or give createAuthority.', 'not found');
    }
    refuseLostFiles(parts);
    const workbook = await workbookAmong(partsOfUpload('upload', parts), 'file', parts.map(({ fileName }) => fileName).join(', '));
    const actor = await this.directory.personId(authority, asked.actingAs);
    const content = await workbook.contentHash();
    const request = hashOf({ authority, actor, content, createAuthority, check, allOrNothing, reason, kind });
    const id = `IM-${hashOf({ authority, commandId }).slice(0, 16)}`;
    const earlier = await this.imports.ask(authority, { id, request, actor, askedAt: this.clock.now() });
    if (earlier && earlier.request !== request) {
      refuse('Idempotency-Key', commandId, 'must not be used again for another request', 'Send a new key with a new request; the same key only repeats the same request.');
    }
    if (earlier?.endedAt) return earlier;
    await this.uploads.keep(authority, id, parts);
    try {
      return await this.done({ authority, id, actor, commandId, createAuthority, check, allOrNothing, reason, kind });
    } catch (failure) {
      // where the database cannot be reached, people are told that nothing was recorded; here it may be, even later
      throw new Error('It is not known what becomes of an import that was asked for.', { cause: failure });
    }
  }

  /** Asks for the job, and waits for it a while. */
  private async done(data: ImportJobData): Promise<PastImport> {
    const { authority, id } = data;
    await this.jobs.enqueue(importJob, id, data);
    const status = await this.jobs.finished(importJob, id, WAIT_MS);
    if (status?.state === 'failed') await this.imports.end(authority, id, this.clock.now(), { failure: status.failure ?? 'It failed.' });
    return (await this.imports.find(authority, id))!;
  }
}

/** Every file that is sent is looked at: none may replace another, or bear a name that cannot be kept. */
function refuseLostFiles(parts: readonly UploadedPart[]): void {
  const seen = new Set<string>();
  for (const { fileName, bytes } of parts) {
    if (seen.has(fileName)) refuse('file', fileName, 'must not come twice', 'Keep one of the two files.');
    if (bytes.length > 0 && !plainFileName(fileName)) refuse('file', fileName, 'must be a plain file name', 'Name the file without a folder, and not with a full stop first.');
    seen.add(fileName);
  }
}

function hashOf(value: object): string {
  return createHash('sha256').update(canonicalJson(value, 'body')).digest('hex');
}
