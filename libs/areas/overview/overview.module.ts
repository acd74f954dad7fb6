import { Module } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { ChooseAuthorityPage } from './choose-authority/choose-authority.page.js';
import { CompareMomentsPage } from './compare-moments/compare-moments.page.js';
import { DownloadTotalsPage } from './download-totals/download-totals.page.js';
import { AskOverview } from './first-page/ask-overview.js';
import { FirstPage } from './first-page/first-page.page.js';
import { AskContracts } from './list-contracts/ask-contracts.js';
import { ListContractsPage } from './list-contracts/list-contracts.page.js';
import { PageFrame } from './page-frame/page-frame.js';
import { SeeContractPage } from './see-contract/see-contract.page.js';
import { SeeEntryPage } from './see-entry/see-entry.page.js';
import { TraceFigurePage } from './trace-figure/trace-figure.page.js';

/** The pages on which an authority's figures are read, and opened down to the sentence in the bid. */
@Module({
  imports: [CqrsModule],
  providers: [PageFrame, AskOverview, AskContracts],
  controllers: [
    ChooseAuthorityPage,
    FirstPage,
    DownloadTotalsPage,
    ListContractsPage,
    SeeContractPage,
    TraceFigurePage,
    SeeEntryPage,
    CompareMomentsPage,
  ],
})
export class OverviewPages {}
