import { Module } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { DownloadTemplateApi } from './download-template/download-template.api.js';
import { FillTemplateHandler } from './fill-template/fill-template.query.js';
import { ImportWorkbookHandler } from './import-workbook/import-workbook.handler.js';
import { DoImport } from './request-import/do-import.js';
import { ImportsApi } from './request-import/request-import.api.js';
import { RequestImportHandler } from './request-import/request-import.handler.js';

/** The workbook: how contracts, promises and deliveries come in. */
@Module({ imports: [CqrsModule], providers: [FillTemplateHandler, ImportWorkbookHandler] })
export class WorkbookModule {}

/** Imports as jobs, done off the thread that serves. */
@Module({ imports: [WorkbookModule, CqrsModule], providers: [DoImport], exports: [DoImport] })
export class ImportJobsModule {}

/** Asking for them over HTTP, and for the workbook to fill in. */
@Module({ imports: [CqrsModule], providers: [RequestImportHandler], controllers: [DownloadTemplateApi, ImportsApi] })
export class ImportsRoutes {}
