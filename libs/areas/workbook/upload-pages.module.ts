import { Module } from '@nestjs/common';
import { PageFrame } from '#areas/overview/index.js';
import { DownloadAnnotatedPage } from './annotate-workbook/download-annotated.page.js';
import { AskImport } from './confirm-upload/ask-import.js';
import { ConfirmUpload } from './confirm-upload/confirm-upload.js';
import { ListUploadsPage } from './list-uploads/list-uploads.page.js';
import { AskAnswer } from './see-upload/ask-answer.js';
import { SeeUploadPage } from './see-upload/see-upload.page.js';
import { TakeUpload } from './upload-workbook/take-upload.js';
import { UploadWorkbookPage } from './upload-workbook/upload-workbook.page.js';
import { AskUploads } from './uploaded-workbooks/ask-uploads.js';

/** The pages on which a workbook is uploaded, checked and confirmed. `imports/new` goes before `imports/:id`. */
@Module({
  providers: [PageFrame, AskImport, AskUploads, AskAnswer, TakeUpload, ConfirmUpload],
  controllers: [UploadWorkbookPage, ListUploadsPage, SeeUploadPage, DownloadAnnotatedPage],
})
export class UploadPages {}
