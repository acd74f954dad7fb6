import { isDate } from '#domain/kernel/date.js';
import { isoDay, isoInstant } from '#surface/pages/filters/days.js';
import type { ChartWithTable } from '#surface/pages/charts/chart.js';
import type { FiguresTable } from '#surface/pages/tables/figures-table.js';
import type { FieldError } from '#surface/pages/forms/field-error.js';
import { addressWith, type TypedAsking } from '../asking/asking.js';
import { askingForm, type AskingForm } from '../asking/asking-form.js';
import { totalsFilePath } from '../download-totals/totals-file.js';
import type { Frame, FramedView } from '../page-frame/page-frame.js';
import { BEHIND, FIGURE_MEANINGS, FIGURE_NAMES, SIX } from '../six-figures/six-figures.js';
import type { Overview } from './ask-overview.js';
import { type CoverageInWords, coverageInWords } from './coverage-in-words.js';
import { beyondTable, byMoneyTable, byThemeChart, byYearTables, unvaluedTable } from './first-page.tables.js';
import { type Headline, headlines } from './headline.js';

export interface FirstPageView extends FramedView {
  readonly form: AskingForm;
  /** Absent while the form cannot be understood, or the ledger is empty. */
  readonly figures: FirstPageFigures | undefined;
  readonly importCommand: string;
  readonly importHref: string;
  readonly importsHref: string;
  readonly verifyCommand: string;
  readonly registers: readonly { readonly name: string; readonly what: string; readonly href: string }[];
  readonly contractsHref: string;
  readonly differencesHref: string;
}

export interface FirstPageFigures {
  /** “As known at entry 1,204, recorded 20 May 2026 at 2:05pm”, and what else was asked. */
  readonly moment: readonly string[];
  readonly headlines: readonly Headline[];
  readonly byYear: FiguresTable;
  readonly behind: FiguresTable;
  readonly meanings: readonly { readonly name: string; readonly meaning: string }[];
  readonly year: string | undefined;
  readonly years: readonly { readonly text: string; readonly href: string; readonly current: boolean }[];
  readonly byTheme: ChartWithTable | undefined;
  readonly byMoney: FiguresTable | undefined;
  readonly unvalued: FiguresTable | undefined;
  readonly coverage: CoverageInWords;
  readonly beyond: FiguresTable | undefined;
}

export interface FirstPageParts {
  readonly frame: Frame;
  readonly typed: TypedAsking & { readonly year?: string | undefined };
  readonly errors: readonly FieldError[];
  readonly overview: Overview | undefined;
  readonly measureNames: ReadonlyMap<string, string>;
}

export function firstPageView({ frame, typed, errors, overview, measureNames }: FirstPageParts): FirstPageView {
  const { code, head: _, ...framed } = frame;
  const home = `/authorities/${code}`;
  const figures = overview && overview.byYear.position > 0 ? figuresOf(overview, typed, home, measureNames) : undefined;
  return {
    ...framed,
    title: 'What was promised, and what arrived',
    errors,
    form: askingForm({ action: home, typed, errors, hidden: { year: typed.year } }),
    figures,
    importCommand: `npx svl import PATH --authority ${code}`,
    importHref: `${home}/imports/new`,
    importsHref: `${home}/imports`,
    verifyCommand: `npx svl verify --authority ${code}`,
    registers: registersOf(home),
    contractsHref: `${home}/contracts`,
    differencesHref: `${home}/differences`,
  };
}

function registersOf(home: string): FirstPageView['registers'] {
  return [
    { name: 'What is due', what: 'from whom, for what, when, and why on that day', href: `${home}/obligations` },
    { name: 'Returns', what: 'which have come, and which have not', href: `${home}/returns` },
    { name: 'Break clauses', what: 'each time that a condition was met, and the clocks that run', href: `${home}/break-clauses` },
    { name: 'At risk', what: 'what would meet a condition if the period ended today', href: `${home}/at-risk` },
  ];
}

function figuresOf(overview: Overview, typed: FirstPageParts['typed'], home: string, measureNames: ReadonlyMap<string, string>): FirstPageFigures {
  const { byYear, byTheme, byMoney, byMeasure, beyondByYear, year } = overview;
  const { six, behind } = byYearTables(byYear, totalsFilePath(byYear));
  const yearRow = byYear.rows.find(({ key }) => key.year === year);
  return {
    moment: momentInWords(byYear),
    headlines: headlines(overview),
    byYear: six,
    behind,
    meanings: [...SIX, ...BEHIND].map((figure) => ({ name: FIGURE_NAMES[figure], meaning: FIGURE_MEANINGS[figure] })),
    year,
    years: byYear.rows.map(({ key }) => ({
      text: key.year ?? '',
      href: `${addressWith(home, { ...typed, year: key.year })}#by-theme-of-a-year`,
      current: key.year === year,
    })),
    byTheme: year === undefined ? undefined : byThemeChart(byTheme, year, yearRow, totalsFilePath(byTheme, `year=${year}`)),
    byMoney: year === undefined ? undefined : byMoneyTable(byMoney, year),
    unvalued: year === undefined ? undefined : unvaluedTable(byMeasure, year, measureNames),
    coverage: coverageInWords(byTheme.coverage, year),
    beyond: beyondTable(beyondByYear),
  };
}

/** At which moment figures are known, and what limits them. */
export function momentInWords({ position, recordedAt, knownAt, deliveredTo, dueOn, yearBasis }: Pick<Overview['byYear'], 'position' | 'recordedAt' | 'knownAt' | 'deliveredTo' | 'dueOn' | 'yearBasis'>): readonly string[] {
  const entry = `entry ${position.toLocaleString('en-GB')}${recordedAt === null ? '' : `, recorded on ${isoInstant(recordedAt)}`}`;
  const known = knownAt !== null && isDate(knownAt) ? `As known at the end of ${isoDay(knownAt)}, which is ${entry}.` : `As known at ${entry}.`;
  const delivered = deliveredTo === null ? `“Due” is taken on ${isoDay(dueOn)}.` : `Delivered to ${isoDay(deliveredTo)}: but for “committed”, only periods that ended by then are counted.`;
  const basis = yearBasis === 'delivered' ? [] : ['By the year that changes were posted to: the figures of closed years never move, and late evidence shows in a later year.'];
  return [known, delivered, ...basis];
}
