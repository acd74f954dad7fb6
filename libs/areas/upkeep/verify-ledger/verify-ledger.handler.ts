import { createHash } from 'node:crypto';
import { Inject } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler, type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { refuse } from '#domain/kernel/refusal.js';
import type { Jobs, JobStatus } from '#engine/jobs/jobs.js';
import { JOBS } from '#engine/jobs/jobs.token.js';
import type { Ledger, LedgerVerification } from '#engine/ledger/ledger.js';
import { LEDGER } from '#engine/ledger/ledger.token.js';
import { verifyJob } from './verify-job.js';

/** How long the one who asks waits before being told where to come back. */
const WAIT_MS = 30_000;

/** Ask for the verification of a ledger; the same command id asks once. */
export class VerifyLedgerCommand extends Command<JobStatus<LedgerVerification>> {
  constructor(
    readonly authority: string,
    readonly commandId: string,
  ) {
    super();
  }
}

@CommandHandler(VerifyLedgerCommand)
export class VerifyLedgerHandler implements ICommandHandler<VerifyLedgerCommand> {
  constructor(
    @Inject(LEDGER) private readonly ledger: Ledger,
    @Inject(JOBS) private readonly jobs: Jobs,
  ) {}

  async execute({ authority, commandId }: VerifyLedgerCommand): Promise<JobStatus<LedgerVerification>> {
    if (!(await this.ledger.head(authority))) refuse('authority', authority, 'must have a ledger', 'Look the code up under /api/authorities.', 'not found');
    const id = `${authority}-${createHash('sha256').update(commandId).digest('hex').slice(0, 16)}`;
    await this.jobs.enqueue(verifyJob, id, { authority });
    return (await this.jobs.finished(verifyJob, id, WAIT_MS))!;
  }
}

export class SeeVerificationQuery extends Query<JobStatus<LedgerVerification>> {
  constructor(
    readonly authority: string,
    readonly id: string,
  ) {
    super();
  }
}

@QueryHandler(SeeVerificationQuery)
export class SeeVerificationHandler implements IQueryHandler<SeeVerificationQuery> {
  constructor(@Inject(JOBS) private readonly jobs: Jobs) {}

  async execute({ authority, id }: SeeVerificationQuery): Promise<JobStatus<LedgerVerification>> {
    const status = id.startsWith(`${authority}-`) ? await this.jobs.status(verifyJob, id) : undefined;
    return status ?? refuse('id', id, 'must be a verification of this authority', 'Take the `id` that POST verifications answered; it is remembered for a day.', 'not found');
  }
}
