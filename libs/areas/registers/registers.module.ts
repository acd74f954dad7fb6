import { Module } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { TimelineModule } from '#areas/timeline/index.js';
import { ListContractsApi } from './list-contracts/list-contracts.api.js';
import { ListContractsHandler } from './list-contracts/list-contracts.query.js';
import { RecentActivityApi } from './recent-activity/recent-activity.api.js';
import { RecentActivityHandler } from './recent-activity/recent-activity.query.js';
import { ReviewQueueApi } from './review-queue/review-queue.api.js';
import { ReviewQueueHandler } from './review-queue/review-queue.query.js';
import { SeeCommitmentApi } from './see-commitment/see-commitment.api.js';
import { SeeCommitmentHandler } from './see-commitment/see-commitment.query.js';
import { SeeContractApi } from './see-contract/see-contract.api.js';
import { SeeContractHandler } from './see-contract/see-contract.query.js';
import { Teller } from './told/teller.js';

/** What there is: contracts, commitments and how far they are, what waits for review, what was recorded of late. */
@Module({
  imports: [CqrsModule, TimelineModule],
  providers: [Teller, ListContractsHandler, SeeContractHandler, SeeCommitmentHandler, ReviewQueueHandler, RecentActivityHandler],
})
export class RegistersModule {}

@Module({
  imports: [RegistersModule, CqrsModule],
  controllers: [ListContractsApi, SeeContractApi, SeeCommitmentApi, ReviewQueueApi, RecentActivityApi],
})
export class RegistersRoutes {}
