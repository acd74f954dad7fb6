export { ReturnsModule, ReturnsRoutes } from './returns.module.js';
export { decideSubmitReturn, submitReturn, type SubmitReturn } from './submit-return/submit-return.decision.js';
export { SubmitReturnCommand } from './submit-return/submit-return.handler.js';
