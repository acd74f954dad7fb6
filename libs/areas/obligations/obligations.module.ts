import { Module } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { Teller } from '#areas/registers/index.js';
import { ListObligationsApi } from './list-obligations/list-obligations.api.js';
import { ObligationsHandler } from './list-obligations/list-obligations.query.js';
import { ListReturnsApi } from './list-returns/list-returns.api.js';
import { ReturnsHandler } from './list-returns/list-returns.query.js';

/** What is due, from whom, for what, when, and why on that day. */
@Module({ imports: [CqrsModule], providers: [Teller, ObligationsHandler, ReturnsHandler] })
export class ObligationsModule {}

@Module({ imports: [ObligationsModule, CqrsModule], controllers: [ListObligationsApi, ListReturnsApi] })
export class ObligationsRoutes {}
