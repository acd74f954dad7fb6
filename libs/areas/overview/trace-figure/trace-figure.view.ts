import type { Total, TotalsAnswer, TracedEntry } from '#areas/totals/index.js';
import { eventInWords } from '#areas/timeline/index.js';
import { writeCursor } from '#surface/http/queries/cursor.js';
import { isoDay, isoInstant } from '#surface/pages/filters/days.js';
import { pounds } from '#surface/pages/filters/pounds.js';
import { quantity } from '#surface/pages/filters/quantities.js';
import type { FiguresTable } from '#surface/pages/tables/figures-table.js';
import { addressWith } from '../asking/asking.js';
import { breadcrumbsTo, type Frame, type FramedView } from '../page-frame/page-frame.js';
import { type Figure, FIGURE_MEANINGS, FIGURE_NAMES, isFigure } from '../six-figures/six-figures.js';
import { dimensionInWords, valueInWords } from '../six-figures/dimensions-in-words.js';

export interface TraceFigureView extends FramedView {
  /** What is counted: rows of a summary list. */
  readonly about: readonly { readonly key: string; readonly value: string }[];
  /** The figure itself; undefined where the total is of nothing. */
  readonly amount: string | undefined;
  readonly meaning: string | undefined;
  readonly note: string | undefined;
  readonly entries: FiguresTable | undefined;
  readonly addsUp: string;
  readonly firstHref: string | undefined;
  readonly nextHref: string | undefined;
  readonly allFiguresHref: string | undefined;
}

interface Parts {
  readonly frame: Frame;
  readonly id: string;
  readonly total: Total;
  readonly row: TotalsAnswer['rows'][number] | undefined;
  /** Undefined: all figures. */
  readonly figure: Figure | undefined;
  /** One more than is shown, where there are more. */
  readonly entries: readonly TracedEntry[];
  readonly limit: number;
  /** Whether these are the first. */
  readonly begins: boolean;
}

/** A total, and the entries of the ledger that add up to it. */
export function traceFigureView({ frame, id, total, row, figure, entries, limit, begins }: Parts): TraceFigureView {
  const { code, head: _, ...framed } = frame;
  const path = `/authorities/${code}/trace/${id}`;
  const shown = entries.slice(0, limit).map(({ answer }) => answer);
  const last = entries[limit - 1];
  const more = entries.length > limit && last !== undefined;
  return {
    ...framed,
    errors: [],
    title: figure === undefined ? 'What makes these figures' : `What makes this figure: ${FIGURE_NAMES[figure].toLowerCase()}`,
    breadcrumbs: breadcrumbsTo(code, [{ text: 'What makes a figure' }]),
    about: aboutTotal(total),
    amount: figure === undefined || row === undefined ? undefined : amountOf(row, figure),
    meaning: figure && FIGURE_MEANINGS[figure],
    note: figure === 'due' ? `“Due” is not recorded by itself: it is what was committed for periods that had ended by ${isoDay(total.dueOn)}. Of a quantity that is counted as it stands, and not summed, only the last target counts.` : undefined,
    entries: shown.length === 0 ? undefined : entriesTable(code, id, shown, figure),
    addsUp: addsUp(shown, figure, begins && !more),
    firstHref: begins ? undefined : addressWith(path, { figure }),
    nextHref: more ? addressWith(path, { figure, after: writeCursor([last.cursor.position, last.cursor.commitment, last.cursor.entry]) }) : undefined,
    allFiguresHref: figure === undefined ? undefined : path,
  };
}

function aboutTotal({ by, key, where, position, deliveredTo, yearBasis }: Total): TraceFigureView['about'] {
  return [
    ...by.map((dimension, at) => ({ key: dimensionInWords(dimension), value: valueInWords(dimension, key[at] ?? '') })),
    ...where.filter(({ dimension }) => !by.includes(dimension)).map(({ dimension, values }) => ({ key: dimensionInWords(dimension), value: values.map((value) => valueInWords(dimension, value)).join(', ') })),
    { key: 'As known at', value: `entry ${position.toLocaleString('en-GB')}` },
    ...(deliveredTo === null ? [] : [{ key: 'Delivered to', value: isoDay(deliveredTo) }]),
    ...(yearBasis === 'posted' ? [{ key: 'Year', value: 'the year that changes were posted to' }] : []),
  ];
}

function amountOf(row: TotalsAnswer['rows'][number], figure: Figure): string {
  const pence = row.pence[figure];
  if (pence !== null) return pounds(pence);
  return row.quantities.map((line) => `${quantity(line[figure])} ${line.unit} (${line.measure})`).join(', ');
}

function entriesTable(code: string, id: string, entries: readonly TracedEntry['answer'][], figure: Figure | undefined): FiguresTable {
  const text = (heading: string) => ({ heading, numeric: false });
  const number = (heading: string) => ({ heading, numeric: true });
  return {
    id: 'entries',
    caption: 'Entries of the ledger, to the penny',
    columns: [
      text('Entry'),
      ...(figure === undefined ? [text('Figure')] : []),
      number('Amount'),
      number('Quantity'),
      text('What happened'),
      text('Contract'),
      text('Commitment'),
      text('Provider'),
      text('Period'),
      text('Recorded'),
    ],
    rows: entries.map((entry) => ({
      cells: [
        { text: entry.position.toLocaleString('en-GB'), href: addressWith(`/authorities/${code}/entries/${entry.id}`, { total: id, figure }) },
        ...(figure === undefined ? [{ text: isFigure(entry.figure) ? FIGURE_NAMES[entry.figure] : entry.figure }] : []),
        { text: pounds(entry.pence) },
        { text: quantity(entry.quantity) },
        { text: eventInWords(entry.event) },
        { text: entry.contract, href: `/authorities/${code}/contracts/${encodeURIComponent(entry.contract)}` },
        { text: entry.commitment },
        { text: entry.provider },
        { text: periodInWords(entry.period) },
        { text: isoInstant(entry.recordedAt) },
      ],
    })),
  };
}

/** Figures are not added to each other, nor quantities to money. */
function addsUp(entries: readonly TracedEntry['answer'][], figure: Figure | undefined, complete: boolean): string {
  if (entries.length === 0) return 'No entry makes this figure: it is nothing.';
  const valued = entries.flatMap(({ pence }) => (pence === null ? [] : [pence]));
  if (figure === undefined || valued.length === 0) return '';
  const sum = pounds(valued.reduce((whole, pence) => whole + pence, 0));
  const entriesAre = valued.length === 1 ? 'entry is' : 'entries add up to';
  const sentence = complete ? `${valued.length === 1 ? 'This one' : `These ${valued.length}`} ${entriesAre} ${sum}.` : `On this page ${valued.length} ${entriesAre} ${sum}; there are more.`;
  const others = entries.length - valued.length;
  return others === 0 ? sentence : `${sentence} ${others === 1 ? 'One more has no money value and is' : `${others} more have no money value and are`} in no amount.`;
}

/** A period as a range, or the one day that it is. */
export function periodInWords({ from, to }: { readonly from: string; readonly to: string }): string {
  return from === to ? isoDay(from) : `${isoDay(from)} to ${isoDay(to)}`;
}
