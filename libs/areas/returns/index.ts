export { ReturnsModule, ReturnsRoutes } from './returns.module.js';
export { decideSubmitReturn, submitReturn, type SubmitReturn } from './submit-return/submit-return.decision.js';
export { SubmitReturnCommand } from './submit-return/submit-return.handler.js';
export { type MarkedMissed, MarkMissedReturnsCommand } from './mark-missed-returns/mark-missed-returns.handler.js';
export { MarkMissedReturnsHandler } from './mark-missed-returns/mark-missed-returns.handler.js';
export { decideSetMissedReturnAside, setMissedReturnAside } from './set-missed-return-aside/set-missed-return-aside.decision.js';
