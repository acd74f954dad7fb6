import { Module } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { ContractsModule } from '#areas/contracts/index.js';
import { DirectoryModule } from '#areas/directory/index.js';
import { AgreeBreakClauseApi } from './agree-break-clause/agree-break-clause.api.js';
import { AgreeBreakClauseHandler } from './agree-break-clause/agree-break-clause.handler.js';

/** Break clauses, as contracts state them. */
@Module({ imports: [CqrsModule, ContractsModule], providers: [AgreeBreakClauseHandler] })
export class BreakClausesModule {}

@Module({ imports: [CqrsModule, DirectoryModule], controllers: [AgreeBreakClauseApi] })
export class BreakClausesRoutes {}
