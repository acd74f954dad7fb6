import { Module } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { ContractsModule } from '#areas/contracts/index.js';
import { DirectoryModule } from '#areas/directory/index.js';
import { AskForExtensionApi } from './ask-for-extension/ask-for-extension.api.js';
import { AskForExtensionHandler } from './ask-for-extension/ask-for-extension.handler.js';
import { ExtendDueDateApi } from './extend-due-date/extend-due-date.api.js';
import { ExtendDueDateHandler } from './extend-due-date/extend-due-date.handler.js';
import { RefuseExtensionApi } from './refuse-extension/refuse-extension.api.js';
import { RefuseExtensionHandler } from './refuse-extension/refuse-extension.handler.js';
import { SetMissedReturnAsideApi } from './set-missed-return-aside/set-missed-return-aside.api.js';
import { SetMissedReturnAsideHandler } from './set-missed-return-aside/set-missed-return-aside.handler.js';
import { MarkMissedReturnsApi } from './mark-missed-returns/mark-missed-returns.api.js';
import { MarkMissedReturnsHandler } from './mark-missed-returns/mark-missed-returns.handler.js';
import { SubmitReturnApi } from './submit-return/submit-return.api.js';
import { SubmitReturnHandler } from './submit-return/submit-return.handler.js';

/** Returns: what members say was all for a contract and period. */
@Module({ imports: [CqrsModule, ContractsModule], providers: [SubmitReturnHandler, AskForExtensionHandler, ExtendDueDateHandler, RefuseExtensionHandler, SetMissedReturnAsideHandler, MarkMissedReturnsHandler] })
export class ReturnsModule {}

@Module({ imports: [CqrsModule, DirectoryModule], controllers: [SubmitReturnApi, AskForExtensionApi, ExtendDueDateApi, RefuseExtensionApi, SetMissedReturnAsideApi, MarkMissedReturnsApi] })
export class ReturnsRoutes {}
