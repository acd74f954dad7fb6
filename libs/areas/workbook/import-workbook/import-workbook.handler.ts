import { Inject, Optional } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { REPORTED_TO_AUTHORITY, type ReportedToAuthority } from '#areas/delivery/index.js';
import { type Directory, DIRECTORY } from '#areas/directory/index.js';
import type { Clock } from '#domain/kernel/clock.js';
import { CLOCK } from '#engine/clock/clock.token.js';
import type { EvidenceFiles } from '#engine/files/evidence-files.js';
import { EVIDENCE_FILES } from '#engine/files/evidence-files.token.js';
import type { Ledger } from '#engine/ledger/ledger.js';
import { LEDGER } from '#engine/ledger/ledger.token.js';
import type { ImportedRows } from '../imported-rows/imported-rows.js';
import { IMPORTED_ROWS } from '../imported-rows/imported-rows.token.js';
import type { ImportAnswer } from './import-answer.js';
import type { ImportRequest } from './import-request.js';
import { importWorkbook } from './import-workbook.js';

/** Import a workbook, or see what importing it would do. */
export class ImportWorkbookCommand extends Command<ImportAnswer> {
  constructor(readonly request: ImportRequest) {
    super();
  }
}

@CommandHandler(ImportWorkbookCommand)
export class ImportWorkbookHandler implements ICommandHandler<ImportWorkbookCommand> {
  constructor(
    @Inject(LEDGER) private readonly ledger: Ledger,
    @Inject(DIRECTORY) private readonly directory: Directory,
    @Inject(IMPORTED_ROWS) private readonly importedRows: ImportedRows,
    @Inject(EVIDENCE_FILES) private readonly evidenceFiles: EvidenceFiles,
    @Inject(CLOCK) private readonly clock: Clock,
    @Optional() @Inject(REPORTED_TO_AUTHORITY) private readonly reported?: ReportedToAuthority,
  ) {}

  execute({ request }: ImportWorkbookCommand): Promise<ImportAnswer> {
    const { ledger, directory, importedRows, evidenceFiles, clock, reported } = this;
    return importWorkbook({ ledger, directory, importedRows, evidenceFiles, clock, reported }, request);
  }
}
