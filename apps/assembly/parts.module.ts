import { type DynamicModule, Global, Module } from '@nestjs/common';
import { REPORTED_TO_AUTHORITY } from '#areas/delivery/index.js';
import { DIRECTORY } from '#areas/directory/index.js';
import { OBLIGATIONS_STORE } from '#areas/obligations/index.js';
import { PROVIDER_LIST } from '#areas/providers/index.js';
import { REGISTER_STORE } from '#areas/registers/index.js';
import { TOTALS_STORE } from '#areas/totals/index.js';
import { IMPORTED_ROWS, PAST_IMPORTS, UPLOADED_WORKBOOKS, UPLOADS } from '#areas/workbook/index.js';
import { CLOCK } from '#engine/clock/clock.token.js';
import { CommandExecutor } from '#engine/commands/executor.js';
import { EVIDENCE_FILES } from '#engine/files/evidence-files.token.js';
import type { Jobs } from '#engine/jobs/jobs.js';
import { JOBS } from '#engine/jobs/jobs.token.js';
import { LEDGER } from '#engine/ledger/ledger.token.js';
import { Engine } from '#engine/projections/engine.js';
import { ReportedFromTotals } from './reported-from-totals.js';
import type { Parts } from './parts.js';

/** Gives every module what the application is made of. */
@Global()
@Module({})
export class PartsModule {
  /** `jobs` where jobs can be asked for. */
  static of(parts: Parts, jobs?: Jobs): DynamicModule {
    const providers = [
      { provide: CLOCK, useValue: parts.clock },
      { provide: LEDGER, useValue: parts.ledger },
      { provide: Engine, useValue: parts.engine },
      { provide: DIRECTORY, useValue: parts.directory },
      { provide: EVIDENCE_FILES, useValue: parts.evidence },
      { provide: OBLIGATIONS_STORE, useValue: parts.obligations },
      { provide: PROVIDER_LIST, useValue: parts.providers },
      { provide: REGISTER_STORE, useValue: parts.register },
      { provide: TOTALS_STORE, useValue: parts.totals },
      { provide: REPORTED_TO_AUTHORITY, useValue: new ReportedFromTotals(parts.totals) },
      { provide: IMPORTED_ROWS, useValue: parts.importedRows },
      { provide: PAST_IMPORTS, useValue: parts.pastImports },
      { provide: UPLOADS, useValue: parts.uploads },
      { provide: UPLOADED_WORKBOOKS, useValue: parts.uploadedWorkbooks },
      ...(jobs ? [{ provide: JOBS, useValue: jobs }] : []),
      { provide: CommandExecutor, useValue: new CommandExecutor(parts.ledger) },
    ];
    return { module: PartsModule, providers, exports: providers.map(({ provide }) => provide) };
  }
}
