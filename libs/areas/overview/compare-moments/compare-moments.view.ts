import { DIMENSIONS, type DifferenceAnswer } from '#areas/totals/index.js';
import { eventInWords } from '#areas/timeline/index.js';
import { isoInstant } from '#surface/pages/filters/days.js';
import { NOT_VALUED, pounds, wholePounds } from '#surface/pages/filters/pounds.js';
import type { FiguresTable } from '#surface/pages/tables/figures-table.js';
import { errorAt, type FieldError } from '#surface/pages/forms/field-error.js';
import { addressWith } from '../asking/asking.js';
import { type AskingForm, askingForm, deliveredToField, textField } from '../asking/asking-form.js';
import type { Frame, FramedView } from '../page-frame/page-frame.js';
import { dimensionInWords } from '../six-figures/dimensions-in-words.js';
import { BEHIND, type Figure, FIGURE_NAMES, figureColumns, SIX, stated } from '../six-figures/six-figures.js';
import type { TypedComparison } from './asked-comparison.js';

export interface CompareMomentsView extends FramedView {
  readonly form: AskingForm;
  readonly by: { readonly items: readonly { readonly value: string; readonly text: string; readonly selected: boolean }[]; readonly error: string | undefined };
  readonly difference: Difference | undefined;
}

interface Difference {
  readonly summary: string;
  /** Absent where no figure moved. */
  readonly changes: FiguresTable | undefined;
  readonly events: readonly ChangingEvent[];
  readonly eventsSummary: string;
  readonly csvHref: string;
}

interface ChangingEvent {
  readonly title: string;
  readonly when: string;
  readonly reason: string;
  readonly contract: string;
  readonly contractHref: string;
  readonly commitment: string;
  /** “Committed −£99,000,000.00”. */
  readonly changes: readonly string[];
}

/** How many events are shown, those that moved most; the file has them all. */
const SHOWN = 50;

interface Parts {
  readonly frame: Frame;
  readonly typed: TypedComparison;
  readonly errors: readonly FieldError[];
  readonly difference: DifferenceAnswer | undefined;
}

/** Two moments of knowing: what every figure gained or lost between them, and the events that did it. */
export function compareMomentsView({ frame, typed, errors, difference }: Parts): CompareMomentsView {
  const { code, head: _, ...framed } = frame;
  const action = `/authorities/${code}/differences`;
  const hint = 'A day (its end), like 31/3/2026, or the number of an entry.';
  return {
    ...framed,
    errors,
    title: 'What changed between two moments',
    form: {
      ...askingForm({ action, typed, errors }),
      fields: [
        textField('from', 'From', hint, typed.from, errors),
        textField('to', 'To', `${hint} Leave blank for now.`, typed.to, errors),
        deliveredToField(typed, errors),
      ],
      button: 'Compare',
      open: true,
    },
    by: {
      items: [{ value: '', text: 'All together' }, ...DIMENSIONS.map((value) => ({ value, text: dimensionInWords(value) }))].map((item) => ({ ...item, selected: item.value === (typed.by ?? '') })),
      error: errorAt('by', errors),
    },
    difference: difference && differenceOf(code, typed, difference),
  };
}

function differenceOf(code: string, typed: TypedComparison, { from, to, by, rows, events, moreEvents }: DifferenceAnswer): Difference {
  const [dimension] = by;
  const count = `${moreEvents ? 'More than ' : ''}${events.length.toLocaleString('en-GB')} ${events.length === 1 ? 'entry' : 'entries'}`;
  return {
    summary: `From entry ${from.toLocaleString('en-GB')} to entry ${to.toLocaleString('en-GB')}: ${events.length === 0 ? 'no entry changed these figures.' : `${count} changed these figures.`}`,
    changes:
      rows.length === 0
        ? undefined
        : {
            id: 'changes',
            caption: 'What each figure gained or lost, to the nearest pound',
            columns: figureColumns(dimension === undefined ? '' : by.map(dimensionInWords).join(', '), SIX),
            rows: rows.map(({ key, pence }) => ({
              cells: [{ text: by.length === 0 ? 'All together' : by.map((name) => stated(key[name])).join(', ') }, ...SIX.map((figure) => ({ text: signed(pence[figure], wholePounds) }))],
            })),
          },
    events: largestFirst(events).slice(0, SHOWN).map((event) => ({
      title: eventInWords(event.event),
      when: `Entry ${event.position.toLocaleString('en-GB')}, recorded on ${isoInstant(event.recordedAt)} by ${event.actor}`,
      reason: event.reason ?? '',
      contract: event.contract,
      contractHref: `/authorities/${code}/contracts/${encodeURIComponent(event.contract)}`,
      commitment: event.commitment,
      changes: changesOf(event.pence),
    })),
    eventsSummary: events.length > SHOWN ? `The ${SHOWN} largest of ${moreEvents ? 'the first ' : ''}${events.length.toLocaleString('en-GB')}; the file has them all.` : '',
    csvHref: addressWith(`/authorities/${code}/differences.csv`, { ...typed, from: String(from), to: String(to) }),
  };
}

/** By the most that an event moved any of the six figures; of equals, the earlier first. */
function largestFirst(events: DifferenceAnswer['events']): DifferenceAnswer['events'] {
  const size = ({ pence }: DifferenceAnswer['events'][number]) => Math.max(...SIX.map((figure) => Math.abs(pence[figure] ?? 0)));
  return [...events].sort((a, b) => size(b) - size(a));
}

function changesOf(pence: DifferenceAnswer['events'][number]['pence']): readonly string[] {
  const figures: readonly Figure[] = [...SIX, ...BEHIND];
  const changed = figures.filter((figure) => pence[figure] !== null && pence[figure] !== 0);
  if (changed.length > 0) return changed.map((figure) => `${FIGURE_NAMES[figure]} ${signed(pence[figure], pounds)}`);
  return ['quantities only'];
}

function signed(pence: number | null, write: (pence: number) => string): string {
  if (pence === null) return NOT_VALUED;
  return pence > 0 ? `+${write(pence)}` : write(pence);
}
