import { Module } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { ContractTimelineApi } from './contract-timeline/contract-timeline.api.js';
import { ContractTimelineHandler } from './contract-timeline/contract-timeline.query.js';
import { EventTeller } from './event-teller.js';

/** What happened, told to people. */
@Module({ imports: [CqrsModule], providers: [EventTeller, ContractTimelineHandler], exports: [EventTeller] })
export class TimelineModule {}

@Module({ imports: [TimelineModule], controllers: [ContractTimelineApi] })
export class TimelineRoutes {}
