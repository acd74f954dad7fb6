import { Module } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { ContractsModule } from '#areas/contracts/index.js';
import { DirectoryModule } from '#areas/directory/index.js';
import { AnswerQueryApi } from './answer-query/answer-query.api.js';
import { AnswerQueryHandler } from './answer-query/answer-query.handler.js';
import { AttachEvidenceFilesApi } from './attach-evidence/attach-evidence-files.api.js';
import { AttachEvidenceApi } from './attach-evidence/attach-evidence.api.js';
import { AttachEvidenceHandler } from './attach-evidence/attach-evidence.handler.js';
import { CancelCorrectionApi } from './cancel-correction/cancel-correction.api.js';
import { CancelCorrectionHandler } from './cancel-correction/cancel-correction.handler.js';
import { CorrectDeliveryReportApi } from './correct-delivery-report/correct-delivery-report.api.js';
import { CorrectDeliveryReportHandler } from './correct-delivery-report/correct-delivery-report.handler.js';
import { ReportDeliveryApi } from './report-delivery/report-delivery.api.js';
import { ReportDeliveryHandler } from './report-delivery/report-delivery.handler.js';
import { ReviewDeliveryReportApi } from './review-delivery-report/review-delivery-report.api.js';
import { ReviewDeliveryReportHandler } from './review-delivery-report/review-delivery-report.handler.js';
import { SeeSharedEvidenceApi } from './see-shared-evidence/see-shared-evidence.api.js';
import { SeeSharedEvidenceHandler } from './see-shared-evidence/see-shared-evidence.query.js';
import { WithdrawDeliveryReportApi } from './withdraw-delivery-report/withdraw-delivery-report.api.js';
import { WithdrawDeliveryReportHandler } from './withdraw-delivery-report/withdraw-delivery-report.handler.js';
import { WithdrawEvidenceApi } from './withdraw-evidence/withdraw-evidence.api.js';
import { WithdrawEvidenceHandler } from './withdraw-evidence/withdraw-evidence.handler.js';
import { WithdrawValidationApi } from './withdraw-validation/withdraw-validation.api.js';
import { WithdrawValidationHandler } from './withdraw-validation/withdraw-validation.handler.js';

/** Delivery reports: made, corrected, evidenced and reviewed. */
@Module({
  imports: [CqrsModule, ContractsModule],
  providers: [
    ReportDeliveryHandler,
    CorrectDeliveryReportHandler,
    CancelCorrectionHandler,
    WithdrawDeliveryReportHandler,
    AttachEvidenceHandler,
    WithdrawEvidenceHandler,
    SeeSharedEvidenceHandler,
    ReviewDeliveryReportHandler,
    AnswerQueryHandler,
    WithdrawValidationHandler,
  ],
})
export class DeliveryModule {}

@Module({
  imports: [CqrsModule, DirectoryModule],
  controllers: [
    ReportDeliveryApi,
    CorrectDeliveryReportApi,
    CancelCorrectionApi,
    WithdrawDeliveryReportApi,
    AttachEvidenceApi,
    AttachEvidenceFilesApi,
    WithdrawEvidenceApi,
    SeeSharedEvidenceApi,
    ReviewDeliveryReportApi,
    AnswerQueryApi,
    WithdrawValidationApi,
  ],
})
export class DeliveryRoutes {}
