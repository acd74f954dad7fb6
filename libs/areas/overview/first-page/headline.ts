import { longDate } from '#domain/kernel/date.js';
import { periodOfYear } from '#domain/kernel/financial-year.js';
import { headlinePounds, pounds } from '#surface/pages/filters/pounds.js';
import { tracePath } from '../six-figures/six-figures.js';
import type { Overview } from './ask-overview.js';

/** A figure that is read first: how it is called, the figure rounded, and the exact figures behind it. */
export interface Headline {
  readonly label: string;
  readonly figure: string;
  readonly after: string;
  readonly exact: readonly { readonly text: string; readonly href?: string | undefined }[];
}

/** The share kept to date, and what became of the latest financial year that is over. */
export function headlines({ byYear, kept, completeYear }: Overview): readonly Headline[] {
  return [...keptHeadline(kept), ...yearHeadline(byYear, completeYear)];
}

function keptHeadline({ rows, deliveredTo }: Overview['kept']): readonly Headline[] {
  const [whole] = rows;
  const label = `Kept of what was due by ${longDate(deliveredTo)}`;
  if (!whole || (whole.percent === null && whole.unvaluedDue === 0)) return [{ label, figure: 'Nothing was due yet', after: '', exact: [] }];
  const exact = [];
  if (whole.percent !== null) exact.push({ text: `${pounds(whole.kept)} kept of ${pounds(whole.due)} due, each commitment by itself` });
  if (whole.overDelivery !== 0) exact.push({ text: `${pounds(whole.overDelivery)} was validated beyond what was due; it makes good no shortfall` });
  if (whole.unvaluedDue > 0) exact.push({ text: unvaluedInWords(whole.unvaluedDue, whole.unvaluedKept) });
  return [{ label, figure: whole.percent === null ? `${whole.unvaluedKept} of ${whole.unvaluedDue}` : `${whole.percent}%`, after: whole.percent === null ? 'commitments' : '', exact }];
}

function unvaluedInWords(due: number, kept: number): string {
  const keptOf = kept === 0 ? 'none was' : kept === 1 ? '1 was' : `${kept} were`;
  return `Of ${due} commitment${due === 1 ? '' : 's'} due without a money value, ${keptOf} kept`;
}

function yearHeadline({ rows, authority }: Overview['byYear'], year: string | undefined): readonly Headline[] {
  const row = rows.find(({ key }) => key.year === year);
  if (!row || year === undefined || row.pence.validated === null) return [];
  const { validated, committed } = row.pence;
  const trace = tracePath(authority, row.id);
  const due = `${headlinePounds(committed)} due by ${longDate(periodOfYear(year).to)}`;
  const exceeded = validated > (committed ?? 0);
  return [
    {
      label: `In the financial year ${year}`,
      figure: `${headlinePounds(validated)} validated`,
      // “of” would read as a share kept, which over-delivery is not
      after: exceeded ? `with ${due}` : `of ${due}`,
      exact: [
        { text: `${pounds(validated)} validated`, href: `${trace}?figure=validated` },
        { text: `${pounds(committed)} committed`, href: `${trace}?figure=committed` },
        ...(exceeded ? [{ text: 'Some commitments were exceeded; that makes good no shortfall of others' }] : []),
      ],
    },
  ];
}
