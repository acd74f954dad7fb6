import { Module } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { DirectoryModule } from '#areas/directory/index.js';
import { ProvidersModule } from '#areas/providers/index.js';
import { SuspendContractApi } from './suspend-contract/suspend-contract.api.js';
import { SuspendContractHandler } from './suspend-contract/suspend-contract.handler.js';
import { ResumeContractApi } from './resume-contract/resume-contract.api.js';
import { ResumeContractHandler } from './resume-contract/resume-contract.handler.js';
import { TerminateContractApi } from './terminate-contract/terminate-contract.api.js';
import { TerminateContractHandler } from './terminate-contract/terminate-contract.handler.js';
import { AgreeMembersApi } from './agree-members/agree-members.api.js';
import { AgreeMembersHandler } from './agree-members/agree-members.handler.js';
import { AgreeReportingScheduleApi } from './agree-reporting-schedule/agree-reporting-schedule.api.js';
import { AgreeReportingScheduleHandler } from './agree-reporting-schedule/agree-reporting-schedule.handler.js';
import { CompleteContractApi } from './complete-contract/complete-contract.api.js';
import { CompleteContractHandler } from './complete-contract/complete-contract.handler.js';
import { ContractCommands } from './contract-commands.js';
import { RegisterContractApi } from './register-contract/register-contract.api.js';
import { RegisterContractHandler } from './register-contract/register-contract.handler.js';
import { VaryOrCorrectContractApi } from './vary-or-correct-contract/vary-or-correct-contract.api.js';
import { VaryOrCorrectContractHandler } from './vary-or-correct-contract/vary-or-correct-contract.handler.js';

/** Contracts: what was bought, from whom, and how it is reported on. */
@Module({
  imports: [CqrsModule, ProvidersModule],
  providers: [
    ContractCommands,
    RegisterContractHandler,
    VaryOrCorrectContractHandler,
    AgreeMembersHandler,
    AgreeReportingScheduleHandler,
    CompleteContractHandler, SuspendContractHandler, ResumeContractHandler, TerminateContractHandler],
  exports: [ContractCommands],
})
export class ContractsModule {}

@Module({
  imports: [CqrsModule, DirectoryModule],
  controllers: [RegisterContractApi, VaryOrCorrectContractApi, AgreeMembersApi, AgreeReportingScheduleApi, CompleteContractApi, SuspendContractApi, ResumeContractApi, TerminateContractApi],
})
export class ContractsRoutes {}
