import { Module } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { ContractsModule } from '#areas/contracts/index.js';
import { DirectoryModule } from '#areas/directory/index.js';
import { MeasuresModule } from '#areas/measures/index.js';
import { CarryShortfallForwardApi } from './carry-shortfall-forward/carry-shortfall-forward.api.js';
import { CarryShortfallForwardHandler } from './carry-shortfall-forward/carry-shortfall-forward.handler.js';
import { AgreeSubstituteApi } from './agree-substitute/agree-substitute.api.js';
import { AgreeSubstituteHandler } from './agree-substitute/agree-substitute.handler.js';
import { AgreeTargetApi } from './agree-target/agree-target.api.js';
import { AgreeTargetHandler } from './agree-target/agree-target.handler.js';
import { BringForwardOpeningBalanceApi } from './bring-forward-opening-balance/bring-forward-opening-balance.api.js';
import { BringForwardOpeningBalanceHandler } from './bring-forward-opening-balance/bring-forward-opening-balance.handler.js';
import { MakeCommitmentApi } from './make-commitment/make-commitment.api.js';
import { MakeCommitmentHandler } from './make-commitment/make-commitment.handler.js';
import { VaryOrCorrectCommitmentApi } from './vary-or-correct-commitment/vary-or-correct-commitment.api.js';
import { VaryOrCorrectCommitmentHandler } from './vary-or-correct-commitment/vary-or-correct-commitment.handler.js';
import { WithdrawCommitmentApi } from './withdraw-commitment/withdraw-commitment.api.js';
import { WithdrawCommitmentHandler } from './withdraw-commitment/withdraw-commitment.handler.js';

/** What was promised, and how much of it by when. */
@Module({
  imports: [CqrsModule, ContractsModule, MeasuresModule],
  providers: [
    MakeCommitmentHandler,
    AgreeTargetHandler,
    VaryOrCorrectCommitmentHandler,
    WithdrawCommitmentHandler,
    BringForwardOpeningBalanceHandler, CarryShortfallForwardHandler, AgreeSubstituteHandler],
})
export class CommitmentsModule {}

@Module({
  imports: [CqrsModule, DirectoryModule],
  controllers: [MakeCommitmentApi, AgreeTargetApi, VaryOrCorrectCommitmentApi, WithdrawCommitmentApi, BringForwardOpeningBalanceApi, CarryShortfallForwardApi, AgreeSubstituteApi],
})
export class CommitmentsRoutes {}
