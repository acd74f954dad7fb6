import { Module } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { TimelineModule } from '#areas/timeline/index.js';
import { AskKeptApi } from './ask-kept/ask-kept.api.js';
import { AskKeptHandler } from './ask-kept/ask-kept.query.js';
import { AskCommitmentProgressHandler } from './ask-progress/ask-commitment-progress.query.js';
import { AskTotalsApi } from './ask-totals/ask-totals.api.js';
import { AskTotalsHandler } from './ask-totals/ask-totals.query.js';
import { CompareMomentsApi } from './compare-moments/compare-moments.api.js';
import { CompareMomentsHandler } from './compare-moments/compare-moments.query.js';
import { SeeEntryEventsApi } from './see-entry-events/see-entry-events.api.js';
import { SeeEntryEventsHandler } from './see-entry-events/see-entry-events.query.js';
import { TraceTotalApi } from './trace-total/trace-total.api.js';
import { TraceTotalHandler } from './trace-total/trace-total.query.js';

/** What arrived of what was promised: totals, the share kept, and the way from each figure to its events. */
@Module({
  imports: [CqrsModule, TimelineModule],
  providers: [AskCommitmentProgressHandler, AskTotalsHandler, AskKeptHandler, TraceTotalHandler, SeeEntryEventsHandler, CompareMomentsHandler],
})
export class TotalsModule {}

@Module({
  imports: [TotalsModule],
  controllers: [AskTotalsApi, AskKeptApi, TraceTotalApi, SeeEntryEventsApi, CompareMomentsApi],
})
export class TotalsRoutes {}
