import type { ContractListItem } from '#areas/registers/index.js';
import type { KeptAnswer, TotalsAnswer } from '#areas/totals/index.js';
import { isoDay } from '#surface/pages/filters/days.js';
import { wholePounds } from '#surface/pages/filters/pounds.js';
import { csvOf } from '#surface/pages/tables/csv.js';
import type { FiguresTable } from '#surface/pages/tables/figures-table.js';
import { FIGURE_NAMES, poundsInFile, SIX, tracePath } from '../six-figures/six-figures.js';

/** Contracts, and how far each is. */
export interface ContractsWithFigures {
  readonly contracts: readonly ContractListItem[];
  /** By contract. */
  readonly totals: TotalsAnswer;
  readonly kept: KeptAnswer;
}

const ENDED: Readonly<Record<ContractListItem['status'], string>> = { running: '', completed: ' (completed)', terminated: ' (ended before its time)' };

function endOf({ endsOn, status }: ContractListItem): string {
  return `${isoDay(endsOn)}${ENDED[status]}`;
}

export function contractsTable(code: string, { contracts, totals, kept }: ContractsWithFigures, csvHref: string): FiguresTable {
  const text = (heading: string) => ({ heading, numeric: false });
  const number = (heading: string) => ({ heading, numeric: true });
  return {
    id: 'contracts',
    caption: 'Contracts',
    columns: [text('Contract'), text('Provider'), number('Kept of due'), number('Committed'), number('Validated'), number('To decide'), number('Value'), text('Ends')],
    rows: contracts.map((contract) => {
      const total = totals.rows.find(({ key }) => key.contract === contract.reference);
      const figure = (name: 'committed' | 'validated') =>
        total === undefined ? { text: 'none' } : { text: wholePounds(total.pence[name]), href: total.pence[name] === null ? undefined : `${tracePath(code, total.id)}?figure=${name}` };
      return {
        cells: [
          { text: `${contract.reference}: ${contract.title}`, href: contractPath(code, contract.reference) },
          { text: contract.provider.name || contract.provider.reference },
          { text: keptOf(kept, contract.reference) },
          figure('committed'),
          figure('validated'),
          { text: contract.undecidedReports.toLocaleString('en-GB') },
          { text: wholePounds(contract.valuePence) },
          { text: endOf(contract) },
        ],
      };
    }),
    csvHref,
  };
}

export function contractPath(code: string, reference: string): string {
  return `/authorities/${code}/contracts/${encodeURIComponent(reference)}`;
}

/** The share kept by value; of commitments without value, their number. */
function keptOf(kept: KeptAnswer, contract: string): string {
  const row = kept.rows.find(({ key }) => key.contract === contract);
  if (!row) return 'nothing due';
  if (row.percent !== null) return `${row.percent}%`;
  return row.unvaluedDue === 0 ? 'nothing due' : `${row.unvaluedKept} of ${row.unvaluedDue}`;
}

/** Contracts as a file, with their six figures to the penny. */
export function contractsFile({ contracts, totals, kept }: ContractsWithFigures): Buffer {
  const header = [
    'Contract', 'Title', 'Directorate', 'Provider', 'Provider name', 'Manager', 'Starts', 'Ends', 'Status', 'Value (£)',
    ...SIX.map((figure) => `${FIGURE_NAMES[figure]} (£)`),
    'Kept (£)', 'Due to date (£)', 'Kept of due (%)', 'Reports to decide', 'Figures known at entry',
  ];
  return csvOf(
    header,
    contracts.map((contract) => {
      const total = totals.rows.find(({ key }) => key.contract === contract.reference);
      const share = kept.rows.find(({ key }) => key.contract === contract.reference);
      return [
        contract.reference, contract.title, contract.directorate, contract.provider.reference, contract.provider.name, contract.manager,
        contract.startsOn, contract.endsOn, contract.status, poundsInFile(contract.valuePence),
        ...SIX.map((figure) => poundsInFile(total?.pence[figure] ?? null)),
        poundsInFile(share?.kept ?? null), poundsInFile(share?.due ?? null), share?.percent ?? '', contract.undecidedReports, totals.position,
      ];
    }),
  );
}
