import { createHash } from 'node:crypto';
import { Inject } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler, type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { refuse } from '#domain/kernel/refusal.js';
import type { Jobs, JobStatus } from '#engine/jobs/jobs.js';
import { JOBS } from '#engine/jobs/jobs.token.js';
import { Engine } from '#engine/projections/engine.js';
import type { Rebuilt } from '#engine/projections/rebuild.js';
import { rebuildJob } from './rebuild-job.js';

const WAIT_MS = 30_000;

/** Ask for a read model to be folded anew; the same command id asks once. */
export class RebuildReadModelCommand extends Command<JobStatus<Rebuilt>> {
  constructor(
    readonly projection: string,
    readonly commandId: string,
  ) {
    super();
  }
}

@CommandHandler(RebuildReadModelCommand)
export class RebuildReadModelHandler implements ICommandHandler<RebuildReadModelCommand> {
  constructor(
    @Inject(JOBS) private readonly jobs: Jobs,
    private readonly engine: Engine,
  ) {}

  async execute({ projection, commandId }: RebuildReadModelCommand): Promise<JobStatus<Rebuilt>> {
    const names = this.engine.projections.map(({ name }) => name);
    if (!names.includes(projection)) refuse('projection', projection, 'must be a read model', `Name one of ${names.join(', ')}.`);
    const id = createHash('sha256').update(commandId).digest('hex').slice(0, 16);
    await this.jobs.enqueue(rebuildJob, id, { projection });
    return (await this.jobs.finished(rebuildJob, id, WAIT_MS))!;
  }
}

export class SeeRebuildQuery extends Query<JobStatus<Rebuilt>> {
  constructor(readonly id: string) {
    super();
  }
}

@QueryHandler(SeeRebuildQuery)
export class SeeRebuildHandler implements IQueryHandler<SeeRebuildQuery> {
  constructor(@Inject(JOBS) private readonly jobs: Jobs) {}

  async execute({ id }: SeeRebuildQuery): Promise<JobStatus<Rebuilt>> {
    return (await this.jobs.status(rebuildJob, id)) ?? refuse('id', id, 'must be a rebuild', 'Take the `id` that POST rebuilds answered; it is remembered for a day.', 'not found');
  }
}
