import type { ContractAnswer } from '#areas/registers/index.js';
import type { ToldEvent } from '#areas/timeline/index.js';
import type { TotalsAnswer } from '#areas/totals/index.js';
import { isoDay, isoInstant } from '#surface/pages/filters/days.js';
import { pounds } from '#surface/pages/filters/pounds.js';
import { quantity } from '#surface/pages/filters/quantities.js';
import type { FiguresTable } from '#surface/pages/tables/figures-table.js';
import { totalsFilePath } from '../download-totals/totals-file.js';
import { totalsTable } from '../first-page/first-page.tables.js';
import { addressWith } from '../asking/asking.js';
import { breakClausePath } from '../list-break-clauses/list-break-clauses.view.js';
import { contractPath } from '../list-contracts/contracts-table.js';
import type { Frame, FramedView } from '../page-frame/page-frame.js';
import { SIX } from '../six-figures/six-figures.js';
import type { Line } from '../told-events/fact-groups.js';
import { type ToldEventView, toldEventView } from '../told-events/told-event.view.js';
import { type CommitmentView, commitmentView } from './commitment.view.js';
import { named } from './named-provider.js';

export interface SeeContractView extends FramedView {
  readonly reference: string;
  readonly terms: readonly Line[];
  readonly members: FiguresTable | undefined;
  /** Undefined while nothing is promised and reported. */
  readonly byYear: FiguresTable | undefined;
  readonly commitments: readonly CommitmentView[];
  readonly returns: FiguresTable | undefined;
  readonly returnsSummary: string;
  readonly breakClauses: readonly { readonly reference: string; readonly summary: string; readonly href: string }[];
  /** The registers, with what is in them of this contract. */
  readonly registers: readonly { readonly text: string; readonly href: string }[];
  /** The newest first. */
  readonly latest: readonly ToldEventView[];
  readonly timelineHref: string;
  readonly entries: string;
}

interface Parts {
  readonly frame: Frame;
  readonly contract: ContractAnswer;
  readonly byYear: TotalsAnswer;
  readonly latest: readonly ToldEvent[];
}

/** A contract: what it says, what was promised in it and how far that is, and what happened last. */
export function seeContractView({ frame, contract, byYear, latest }: Parts): SeeContractView {
  const { code, head: _, ...framed } = frame;
  const { reference, title, members, commitments, returns, breakClauses, version } = contract;
  const path = contractPath(code, reference);
  return {
    ...framed,
    errors: [],
    title,
    reference,
    breadcrumbs: [{ text: 'Contracts', href: `/authorities/${code}/contracts` }, { text: reference }],
    terms: termsOf(contract),
    members: members.length < 2 ? undefined : membersTable(members),
    byYear:
      byYear.rows.length === 0
        ? undefined
        : totalsTable(byYear, { id: 'by-year', caption: 'Six figures of this contract by financial year', first: 'Year', figures: SIX, csvHref: totalsFilePath(byYear, `contract=${reference}`) }),
    commitments: commitments.map(commitmentView),
    returns: returns.length === 0 ? undefined : returnsTable(returns),
    returnsSummary: returns.length === 1 ? 'One return was submitted' : `${returns.length.toLocaleString('en-GB')} returns were submitted`,
    breakClauses: breakClauses.map(({ reference: clause, summary }) => ({ reference: clause, summary, href: breakClausePath(code, clause) })),
    registers: registersOf(code, reference),
    latest: [...latest].reverse().map((event) => toldEventView(event)),
    timelineHref: `${path}/timeline`,
    entries: version === 1 ? 'its one entry' : `all its ${version.toLocaleString('en-GB')} entries`,
  };
}

function registersOf(code: string, contract: string): SeeContractView['registers'] {
  const home = `/authorities/${code}`;
  return [
    { text: 'What is due under this contract, and why on that day', href: addressWith(`${home}/obligations`, { contract }) },
    { text: 'Its returns by state', href: addressWith(`${home}/returns`, { contract }) },
    { text: 'Its break clauses with their cases and clocks', href: addressWith(`${home}/break-clauses`, { contract }) },
    { text: 'What would meet a condition if the period ended today', href: addressWith(`${home}/at-risk`, { contract }) },
    { text: 'Everything that happened to it', href: `${contractPath(code, contract)}/timeline` },
  ];
}

function statusInWords({ status, completedOn, completionReason, terminatedOn, suspendedSince }: ContractAnswer): string {
  if (status === 'terminated') return `ended before its time, on ${isoDay(terminatedOn)}`;
  if (status === 'completed') return `completed on ${isoDay(completedOn)}${completionReason === null ? '' : `: ${completionReason}`}`;
  return suspendedSince === null ? 'running' : `suspended since ${isoDay(suspendedSince)}`;
}

function termsOf(contract: ContractAnswer): readonly Line[] {
  const { provider, directorate, manager, startsOn, endsOn, valuePence, regime, schedule, lastRecordedAt } = contract;
  return [
    { key: 'Provider', value: named(provider) },
    { key: 'Directorate', value: directorate },
    { key: 'Contract manager', value: manager },
    { key: 'Runs', value: `${isoDay(startsOn)} to ${isoDay(endsOn)}` },
    { key: 'Value over its life', value: pounds(valuePence) },
    { key: 'Let under', value: regime.replaceAll('-', ' ') },
    { key: 'Returns', value: schedule === null ? 'no schedule agreed' : `${schedule.frequency}, due ${schedule.dueWorkingDays} working days after a period ends` },
    { key: 'Status', value: statusInWords(contract) },
    { key: 'Last recorded', value: isoInstant(lastRecordedAt) },
  ];
}

function membersTable(members: ContractAnswer['members']): FiguresTable {
  return {
    id: 'members',
    caption: 'Who delivers, in what shares',
    columns: [
      { heading: 'Member', numeric: false },
      { heading: 'Share', numeric: true },
    ],
    rows: members.map(({ provider, share }) => ({ cells: [{ text: named(provider) }, { text: `${quantity(share)}%` }] })),
  };
}

function returnsTable(returns: ContractAnswer['returns']): FiguresTable {
  return {
    id: 'returns',
    caption: 'Returns submitted',
    columns: ['Period', 'Provider', 'Submitted', 'By', 'Nil return'].map((heading) => ({ heading, numeric: false })),
    rows: returns.map(({ provider, period, nil, submittedOn, submittedBy }) => ({
      cells: [
        { text: `${isoDay(period.from)} to ${isoDay(period.to)}` },
        { text: named(provider) },
        { text: isoDay(submittedOn) },
        { text: submittedBy },
        { text: nil ? 'yes' : 'no' },
      ],
    })),
  };
}
