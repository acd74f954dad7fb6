import { fileURLToPath } from 'node:url';
import { Controller } from '@nestjs/common';
import { z } from 'zod';
import { refuse } from '#domain/kernel/refusal.js';
import { barChart } from '#surface/pages/charts/bar-chart.js';
import type { BarChart, ChartWithTable } from '#surface/pages/charts/chart.js';
import { headlinePounds, pounds } from '#surface/pages/filters/pounds.js';
import { download, File, page, Redirect, view, type PageAsked, type PageView } from '#surface/pages/page.js';
import { Shows } from '#surface/pages/shows.js';
import { csvOf } from '#surface/pages/tables/csv.js';

/** Where the toy's template is: give it to `surfaceApp` as `templateFolders`. */
export const TOY_TEMPLATES = fileURLToPath(new URL('./', import.meta.url));

interface ToyView extends PageView {
  readonly deliveredTo: string;
  readonly recordedAt: string;
  readonly hours: string;
  readonly headlines: readonly { readonly label: string; readonly pence: number | null; readonly href?: string }[];
  readonly byYear: ChartWithTable;
  readonly byTheme: ChartWithTable;
}

const params = z.strictObject({ code: z.string().regex(/^[a-z]+$/) });

const toyPage = page({
  path: '/authorities/:code',
  params,
  query: z.object({ year: z.string().optional(), limit: z.int().optional() }),
  template: new URL('./toy-page.njk', import.meta.url),
  view: view<ToyView>(),
});

const toyFile = download({ path: '/authorities/:code/totals.csv', params });

const SERIES = ['Committed', 'Due', 'Reported', 'Evidenced', 'Validated', 'Additional'];
const YEARS = [
  { name: '2023/24', values: [1_234_567_890, 1_100_000_000, 905_000_000, 702_500_000, 655_512_345, 301_000_000] },
  { name: '2024/25', values: [2_034_567_890, 1_900_000_000, 1_505_000_000, 1_302_500_000, 1_255_512_345, 651_000_000] },
  { name: '2025/26', values: [2_834_567_891, 1_400_000_000, 1_105_000_000, 902_500_000, 0, null] },
];
const THEMES = [
  { name: 'Jobs', values: [655_512_345, 102_500_000, 100_000_000] },
  { name: 'Growth and responsible regional business', values: [355_512_345, 2_500_000, 300_000_000] },
];

function shown(chart: Omit<BarChart, 'write'>, csvHref: string): ChartWithTable {
  const columns = ['', ...chart.series].map((heading, index) => ({ heading: heading || 'Year', numeric: index > 0 }));
  const rows = chart.categories.map(({ name, values }) => ({
    cells: [{ text: name, href: '#' }, ...values.map((pence) => ({ text: pounds(pence), href: '#' }))],
  }));
  return {
    title: chart.title,
    markup: barChart({ ...chart, write: headlinePounds }),
    table: { id: `${chart.id}-table`, caption: `${chart.title}: the figures`, columns, rows, total: rows[0], csvHref },
  };
}

@Controller()
export class ToyPage {
  @Shows(toyPage)
  show({ params: { code }, query }: PageAsked<typeof toyPage>): ToyView | Redirect {
    if (code === 'old') return new Redirect('/authorities/wexcombe');
    if (code === 'gone') refuse('authority', code, 'must have a ledger', 'Mend the address.', 'not found');
    if (code === 'broken') throw new Error('the secret of the page');
    return {
      title: `What was promised, and what arrived${query.year ? ` in ${query.year}` : ''}`,
      authority: { code, name: 'Wexcombe County Council <b>', brandColour: '#5a2d81' },
      breadcrumbs: [{ text: 'Authorities', href: '/' }, { text: 'Wexcombe' }],
      deliveredTo: '2026-03-31',
      recordedAt: '2026-03-31T13:05:00.000Z',
      hours: '12345.50',
      headlines: [
        { label: 'Committed', pence: 6_103_703_671, href: '#' },
        { label: 'Validated', pence: 1_911_024_690 },
        { label: 'Additional', pence: null },
      ],
      byYear: shown(
        { id: 'by-year', title: 'Six figures by year', description: 'Six bars for each of three years.', arrangement: 'grouped', series: SERIES, categories: YEARS },
        `/authorities/${code}/totals.csv`,
      ),
      byTheme: shown(
        {
          id: 'by-theme',
          title: 'What became of what was due, by theme',
          description: 'A bar for each theme, in three parts.',
          arrangement: 'stacked',
          series: ['Validated', 'Reported, not yet validated', 'Not reported'],
          categories: THEMES,
        },
        `/authorities/${code}/totals.csv`,
      ),
    };
  }

  @Shows(toyFile)
  file({ params: { code } }: PageAsked<typeof toyFile>): File {
    return new File(`${code}-totals.csv`, 'text/csv; charset=utf-8', csvOf(['Year', 'Committed'], [['2025/26', 12]]));
  }
}
