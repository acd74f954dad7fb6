import { Module } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { RegisterMoment } from './asking-register/register-moment.js';
import { ChooseAuthorityPage } from './choose-authority/choose-authority.page.js';
import { CompareMomentsPage } from './compare-moments/compare-moments.page.js';
import { DownloadTotalsPage } from './download-totals/download-totals.page.js';
import { AskOverview } from './first-page/ask-overview.js';
import { FirstPage } from './first-page/first-page.page.js';
import { AskContracts } from './list-contracts/ask-contracts.js';
import { ListContractsPage } from './list-contracts/list-contracts.page.js';
import { ListAtRiskPage } from './list-at-risk/list-at-risk.page.js';
import { ListBreakClausesPage } from './list-break-clauses/list-break-clauses.page.js';
import { ListObligationsPage } from './list-obligations/list-obligations.page.js';
import { ListReturnsPage } from './list-returns/list-returns.page.js';
import { PageFrame } from './page-frame/page-frame.js';
import { SeeBreakClausePage } from './see-break-clause/see-break-clause.page.js';
import { SeeContractPage } from './see-contract/see-contract.page.js';
import { SeeEntryPage } from './see-entry/see-entry.page.js';
import { TraceFigurePage } from './trace-figure/trace-figure.page.js';

/** The pages on which an authority's figures are read, and opened down to the sentence in the bid; and its registers. */
@Module({
  imports: [CqrsModule],
  providers: [PageFrame, AskOverview, AskContracts, RegisterMoment],
  controllers: [
    ChooseAuthorityPage,
    FirstPage,
    DownloadTotalsPage,
    ListContractsPage,
    SeeContractPage,
    TraceFigurePage,
    SeeEntryPage,
    CompareMomentsPage,
    ListObligationsPage,
    ListReturnsPage,
    ListBreakClausesPage,
    SeeBreakClausePage,
    ListAtRiskPage,
  ],
})
export class OverviewPages {}
