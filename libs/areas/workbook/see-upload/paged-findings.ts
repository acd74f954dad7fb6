import type { FiguresTable } from '#surface/pages/tables/figures-table.js';
import type { Findings } from './findings.js';

/** One page of a table of findings, and the way to the others. */
export interface PagedFindings {
  readonly table: FiguresTable;
  readonly previous: PageLink | undefined;
  readonly next: PageLink | undefined;
}

interface PageLink {
  readonly href: string;
  readonly text: string;
  /** “101 to 200 of 1,234” */
  readonly label: string;
}

/** On which page a reader is, by the id of the table: `{problems: '2'}`. */
export type Pages = Readonly<Record<string, string | undefined>>;

const ON_A_PAGE = 100;

/** The page of findings that a reader is on; undefined where there is nothing to show. The other tables stay where they are. */
export function pagedFindings(findings: Findings, path: string, pages: Pages): PagedFindings | undefined {
  const { id, caption, columns, count } = findings;
  if (count === 0) return undefined;
  const last = Math.ceil(count / ON_A_PAGE);
  const page = Math.min(Math.max(1, Math.floor(Number(pages[id])) || 1), last);
  const from = (of: number): number => (of - 1) * ON_A_PAGE;
  const range = (of: number): string => `${numbered(from(of) + 1)} to ${numbered(Math.min(from(of) + ON_A_PAGE, count))} of ${numbered(count)}`;
  const link = (of: number, text: string): PageLink => {
    const asked = Object.entries({ ...pages, [id]: String(of) }).filter((entry): entry is [string, string] => entry[1] !== undefined);
    return { href: `${path}?${new URLSearchParams(asked)}#${id}`, text, label: range(of) };
  };
  return {
    table: { id, columns, words: true, caption: last === 1 ? caption : `${caption}: ${range(page)}`, rows: findings.rows(from(page), from(page) + ON_A_PAGE) },
    previous: page > 1 ? link(page - 1, 'Previous') : undefined,
    next: page < last ? link(page + 1, 'Next') : undefined,
  };
}

function numbered(count: number): string {
  return count.toLocaleString('en-GB');
}
