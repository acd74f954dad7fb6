import { Module } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { ImportWorkbookHandler } from './import-workbook/import-workbook.handler.js';

/** The workbook: how contracts, promises and deliveries come in. */
@Module({ imports: [CqrsModule], providers: [ImportWorkbookHandler] })
export class WorkbookModule {}
