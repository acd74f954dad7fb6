export { BreakClausesModule, BreakClausesRoutes } from './break-clauses.module.js';
export { agreeBreakClause, type AgreeBreakClause, claimOfBreakClause, decideAgreeBreakClause } from './agree-break-clause/agree-break-clause.decision.js';
export { AgreeBreakClauseCommand } from './agree-break-clause/agree-break-clause.handler.js';
