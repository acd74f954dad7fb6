import { Module } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { ContractsModule } from '#areas/contracts/index.js';
import { DirectoryModule } from '#areas/directory/index.js';
import { Teller } from '#areas/registers/index.js';
import { AgreeBreakClauseApi } from './agree-break-clause/agree-break-clause.api.js';
import { AgreeBreakClauseHandler } from './agree-break-clause/agree-break-clause.handler.js';
import { AgreeImprovementPlanApi } from './agree-improvement-plan/agree-improvement-plan.api.js';
import { AgreeImprovementPlanHandler } from './agree-improvement-plan/agree-improvement-plan.handler.js';
import { ApplyRemedyApi } from './apply-remedy/apply-remedy.api.js';
import { ApplyRemedyHandler } from './apply-remedy/apply-remedy.handler.js';
import { ConfirmConditionApi } from './confirm-condition/confirm-condition.api.js';
import { ConfirmConditionHandler } from './confirm-condition/confirm-condition.handler.js';
import { InvokeClauseApi } from './invoke-clause/invoke-clause.api.js';
import { InvokeClauseHandler } from './invoke-clause/invoke-clause.handler.js';
import { ListAtRiskApi } from './list-at-risk/list-at-risk.api.js';
import { AtRiskHandler } from './list-at-risk/list-at-risk.query.js';
import { ListBreakClausesApi } from './list-break-clauses/list-break-clauses.api.js';
import { BreakClausesHandler } from './list-break-clauses/list-break-clauses.query.js';
import { RecordPutRightApi } from './record-put-right/record-put-right.api.js';
import { RecordPutRightHandler } from './record-put-right/record-put-right.handler.js';
import { SeeBreakClauseApi } from './see-break-clause/see-break-clause.api.js';
import { SeeBreakClauseHandler } from './see-break-clause/see-break-clause.query.js';
import { ServeNoticeApi } from './serve-notice/serve-notice.api.js';
import { ServeNoticeHandler } from './serve-notice/serve-notice.handler.js';
import { SetConditionAsideApi } from './set-condition-aside/set-condition-aside.api.js';
import { SetConditionAsideHandler } from './set-condition-aside/set-condition-aside.handler.js';
import { ClauseReader } from './told/clause-reader.js';
import { WaiveBreachApi } from './waive-breach/waive-breach.api.js';
import { WaiveBreachHandler } from './waive-breach/waive-breach.handler.js';

/** Break clauses, as contracts state them, and what becomes of each time that a condition is met. */
@Module({
  imports: [CqrsModule, ContractsModule],
  providers: [
    AgreeBreakClauseHandler,
    ConfirmConditionHandler,
    SetConditionAsideHandler,
    ServeNoticeHandler,
    AgreeImprovementPlanHandler,
    RecordPutRightHandler,
    WaiveBreachHandler,
    ApplyRemedyHandler,
    InvokeClauseHandler,
    Teller,
    ClauseReader,
    BreakClausesHandler,
    SeeBreakClauseHandler,
    AtRiskHandler,
  ],
})
export class BreakClausesModule {}

@Module({
  imports: [CqrsModule, DirectoryModule],
  controllers: [
    AgreeBreakClauseApi,
    ConfirmConditionApi,
    SetConditionAsideApi,
    ServeNoticeApi,
    AgreeImprovementPlanApi,
    RecordPutRightApi,
    WaiveBreachApi,
    ApplyRemedyApi,
    InvokeClauseApi,
    ListBreakClausesApi,
    SeeBreakClauseApi,
    ListAtRiskApi,
  ],
})
export class BreakClausesRoutes {}
