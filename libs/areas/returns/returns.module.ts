import { Module } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { ContractsModule } from '#areas/contracts/index.js';
import { DirectoryModule } from '#areas/directory/index.js';
import { SubmitReturnApi } from './submit-return/submit-return.api.js';
import { SubmitReturnHandler } from './submit-return/submit-return.handler.js';

/** Returns: what members say was all for a contract and period. */
@Module({ imports: [CqrsModule, ContractsModule], providers: [SubmitReturnHandler] })
export class ReturnsModule {}

@Module({ imports: [CqrsModule, DirectoryModule], controllers: [SubmitReturnApi] })
export class ReturnsRoutes {}
