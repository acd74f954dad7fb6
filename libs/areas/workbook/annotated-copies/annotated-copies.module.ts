import { type DynamicModule, Module } from '@nestjs/common';
import { PageFrame } from '#areas/overview/index.js';
import { AskAnswer } from '../see-upload/ask-answer.js';
import { AskUploads } from '../uploaded-workbooks/ask-uploads.js';
import { ANNOTATE_WORKBOOK, type AnnotateWorkbook } from './annotate-workbook.js';
import { DownloadAnnotatedPage } from './download-annotated.page.js';

/** Copies of uploaded workbooks, with their problems marked; where it is there, the page of an upload leads to them. */
@Module({})
export class AnnotatedCopies {
  static by(annotate: AnnotateWorkbook): DynamicModule {
    const provider = { provide: ANNOTATE_WORKBOOK, useValue: annotate };
    return { module: AnnotatedCopies, global: true, providers: [provider, PageFrame, AskUploads, AskAnswer], controllers: [DownloadAnnotatedPage], exports: [provider] };
  }
}
