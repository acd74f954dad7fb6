import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { REGISTER_STORE, type RegisterStore, type WaitingReport } from '../store/register-store.js';
import { Teller, type Told } from '../told/teller.js';
import type { QueueItem } from './queue-item.js';

/** The delivery reports of an authority that wait for a decision, those that wait longest first. */
export class ReviewQueueQuery extends Query<readonly QueueItem[]> {
  constructor(
    readonly authority: string,
    /** Go on after the one that waits since this entry; 0 at the beginning. */
    readonly after: number,
    readonly limit: number,
  ) {
    super();
  }
}

@QueryHandler(ReviewQueueQuery)
export class ReviewQueueHandler implements IQueryHandler<ReviewQueueQuery> {
  constructor(
    @Inject(REGISTER_STORE) private readonly store: RegisterStore,
    private readonly teller: Teller,
  ) {}

  async execute({ authority, after, limit }: ReviewQueueQuery): Promise<readonly QueueItem[]> {
    await this.teller.checkAuthority(authority);
    const waiting = await this.store.read(authority, (view) => view.waiting(after, limit));
    const told = await this.teller.tell(authority, {
      digests: waiting.flatMap(({ said, description, question, answer }) => [said, description, question, answer]),
      people: waiting.map(({ reportedBy }) => reportedBy),
    });
    return waiting.map((report) => itemOf(report, told));
  }
}

function itemOf(report: WaitingReport, told: Told): QueueItem {
  const { from, to, said, evidenceComplete, evidenceMissing, evidenceSupports, sharedFiles, since, sincePosition, ...plain } = report;
  return {
    ...plain,
    period: { from, to },
    text: told.behind(said),
    description: told.behind(report.description),
    evidence: {
      complete: evidenceComplete,
      missing: [...evidenceMissing],
      supports: evidenceSupports,
      behindOthers: sharedFiles.map((file) => ({ ...file, alsoBehind: [...file.alsoBehind] })),
    },
    reportedBy: told.person(report.reportedBy),
    question: told.behind(report.question),
    answer: told.behind(report.answer),
    waitingSince: since,
    position: sincePosition,
  };
}
