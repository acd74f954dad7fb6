import { Module } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { RebuildReadModelApi } from './rebuild-read-model/rebuild-read-model.api.js';
import { RebuildReadModelHandler, SeeRebuildHandler } from './rebuild-read-model/rebuild-read-model.handler.js';
import { VerifyLedgerApi } from './verify-ledger/verify-ledger.api.js';
import { SeeVerificationHandler, VerifyLedgerHandler } from './verify-ledger/verify-ledger.handler.js';

/** Looking after the record: verifying ledgers and rebuilding what is derived from them. */
@Module({
  imports: [CqrsModule],
  providers: [VerifyLedgerHandler, SeeVerificationHandler, RebuildReadModelHandler, SeeRebuildHandler],
  controllers: [VerifyLedgerApi, RebuildReadModelApi],
})
export class UpkeepRoutes {}
