export { DeliveryModule, DeliveryRoutes } from './delivery.module.js';

export { answerQuery, type AnswerQuery, decideAnswerQuery } from './answer-query/answer-query.decision.js';
export { AnswerQueryCommand } from './answer-query/answer-query.handler.js';
export { attachEvidence, type AttachEvidence, decideAttachEvidence } from './attach-evidence/attach-evidence.decision.js';
export { AttachEvidenceCommand } from './attach-evidence/attach-evidence.handler.js';
export { cancelCorrection, type CancelCorrection, decideCancelCorrection } from './cancel-correction/cancel-correction.decision.js';
export { CancelCorrectionCommand } from './cancel-correction/cancel-correction.handler.js';
export { correctDeliveryReport, type CorrectDeliveryReport, decideCorrectDeliveryReport } from './correct-delivery-report/correct-delivery-report.decision.js';
export { CorrectDeliveryReportCommand } from './correct-delivery-report/correct-delivery-report.handler.js';
export { decideReportDelivery, reportDelivery, type ReportDelivery } from './report-delivery/report-delivery.decision.js';
export { ReportDeliveryCommand } from './report-delivery/report-delivery.handler.js';
export { decideReview, reviewDeliveryReport, type ReviewDeliveryReport } from './review-delivery-report/review-delivery-report.decision.js';
export { ReviewDeliveryReportCommand } from './review-delivery-report/review-delivery-report.handler.js';
export { SeeSharedEvidenceQuery } from './see-shared-evidence/see-shared-evidence.query.js';
export { type SharedEvidence, sharedEvidence } from './see-shared-evidence/shared-evidence.js';
export { decideWithdrawDeliveryReport, withdrawDeliveryReport, type WithdrawDeliveryReport } from './withdraw-delivery-report/withdraw-delivery-report.decision.js';
export { WithdrawDeliveryReportCommand } from './withdraw-delivery-report/withdraw-delivery-report.handler.js';
export { decideWithdrawEvidence, withdrawEvidence, type WithdrawEvidence } from './withdraw-evidence/withdraw-evidence.decision.js';
export { WithdrawEvidenceCommand } from './withdraw-evidence/withdraw-evidence.handler.js';
export { decideWithdrawValidation, withdrawValidation, type WithdrawValidation } from './withdraw-validation/withdraw-validation.decision.js';
export { WithdrawValidationCommand } from './withdraw-validation/withdraw-validation.handler.js';

export { claimBody, claimed } from './claim/claim-body.js';
export type { ClaimSurroundings } from './claim/claim-surroundings.js';
export { REPORTED_TO_AUTHORITY, type ReportedToAuthority } from './claim/reported-so-far.js';
export { type ReportedSoFar, unusual, type UnusualLine } from './claim/sanity.js';
export { type EvidenceGiven, evidenceGiven } from './evidence-given.js';
export { claimOfReference, reportReferenceFor } from './report-reference.js';
