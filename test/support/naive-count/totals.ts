import { asDecimal, byCodePoint } from './arithmetic.js';
import { add, type Cell, cellsOf, FIGURES } from './cells.js';
import { londonDay } from './days.js';
import type { Amounts, Figure } from './entries.js';
import { grouped } from './grouped.js';
import { postedCells, postedCellsByCommitment } from './posted.js';
import { readLedger } from './read-ledger.js';
import type { StoredEvent } from './stored-event.js';

export interface NaiveQuestion {
  /** Names of dimensions; none: one row for all. */
  readonly by: readonly string[];
  /** Only where a dimension has one of these values. */
  readonly where?: Readonly<Record<string, readonly string[]>>;
  readonly yearBasis: 'delivered' | 'posted';
  /** As known at this entry. What was known at a moment is asked by the entries recorded by then, and its day as `today`. */
  readonly position?: number;
  readonly deliveredTo?: string;
  /** The day on which *due* is taken, unless `deliveredTo` or `position` says otherwise. */
  readonly today: string;
  /** How posted years are worked out; one must give what the other gives. */
  readonly replay?: 'everything' | 'touched commitments';
}

export type QuantityFigure = Exclude<Figure, 'additional'>;

export interface NaiveRow {
  readonly key: Readonly<Record<string, string>>;
  /** Each null where no valued measure has a figure in the row. */
  readonly pence: Readonly<Record<Figure, number | null>>;
  readonly quantities: readonly NaiveQuantity[];
}
export type NaiveQuantity = { readonly measure: string; readonly unit: string } & Readonly<Record<QuantityFigure, string>>;

/** Every total asked for, in order of the keys; rows in which everything is 0 are left out. */
export function naiveTotals(events: readonly StoredEvent[], question: NaiveQuestion): readonly NaiveRow[] {
  const { by, where = {} } = question;
  return rowsOf(cellsAsked(events, question), by, where).flatMap(({ key, cells }) => {
    const measures = groupsOf(cells, ({ dimensions, unit, valued }) => JSON.stringify([dimensions['measure'], unit, valued])).filter(
      ({ amounts }) => !isNothing(amounts),
    );
    if (measures.length === 0) return [];
    const total = add(measures.map(({ amounts }) => amounts));
    const valued = measures.some(({ cells: [cell] }) => cell.valued);
    const pence = Object.fromEntries(FIGURES.map((figure) => [figure, valued ? Number(total[figure]?.pence ?? 0n) : null]));
    return [{ key, pence: pence as NaiveRow['pence'], quantities: quantitiesOf(measures.flatMap((measure) => measure.cells)) }];
  });
}

function quantitiesOf(cells: readonly Cell[]): readonly NaiveQuantity[] {
  return groupsOf(cells, ({ dimensions, unit }) => JSON.stringify([dimensions['measure'], unit]))
    .filter(({ amounts }) => FIGURES.some((figure) => amounts[figure] && amounts[figure].quantity !== 0n))
    .map(({ cells: [cell], amounts }) => {
      const figures = FIGURES.filter((figure) => figure !== 'additional').map((figure) => [figure, asDecimal(amounts[figure]?.quantity ?? 0n)]);
      return { measure: cell.dimensions['measure']!, unit: cell.unit, ...Object.fromEntries(figures) } as NaiveQuantity;
    })
    .sort((one, other) => byCodePoint(one.measure, other.measure) || byCodePoint(one.unit, other.unit));
}

/** Cells grouped by dimensions, in order of the keys. Without a word on it, only basis `contract` counts. */
export function rowsOf(
  cells: readonly Cell[],
  by: readonly string[],
  where: Readonly<Record<string, readonly string[]>>,
): readonly { readonly key: Readonly<Record<string, string>>; readonly cells: readonly Cell[] }[] {
  const basisAsked = by.includes('contract-basis') || 'contract-basis' in where;
  const asked = basisAsked ? where : { ...where, 'contract-basis': ['contract'] };
  const rows = new Map<string, { key: Record<string, string>; cells: Cell[] }>();
  for (const cell of cells) {
    if (!Object.entries(asked).every(([dimension, values]) => valuesOf(cell, dimension).some((value) => values.includes(value)))) continue;
    for (const tag of by.includes('tag') ? valuesOf(cell, 'tag').filter((value) => asked['tag']?.includes(value) ?? true) : ['']) {
      const key = Object.fromEntries(by.map((dimension) => [dimension, dimension === 'tag' ? tag : valuesOf(cell, dimension)[0]!]));
      const text = JSON.stringify(by.map((dimension) => key[dimension]));
      const row = rows.get(text) ?? { key, cells: [] };
      row.cells.push(cell);
      rows.set(text, row);
    }
  }
  const inOrder = (one: Record<string, string>, other: Record<string, string>) =>
    by.reduce((order, dimension) => order || byCodePoint(one[dimension]!, other[dimension]!), 0);
  return [...rows.values()].sort((one, other) => inOrder(one.key, other.key));
}

/** One value, but for tags: all of them, blank where there is none. */
function valuesOf(cell: Cell, dimension: string): readonly string[] {
  if (dimension === 'tag') return cell.tags.length > 0 ? cell.tags : [''];
  const value = cell.dimensions[dimension];
  if (value === undefined) throw new Error(`"${dimension}" is not a dimension.`);
  return [value];
}

function groupsOf(cells: readonly Cell[], by: (cell: Cell) => string) {
  return grouped(cells, by).map((group) => ({ cells: group, amounts: add(group.map(({ amounts }) => amounts)) }));
}

function isNothing(amounts: Amounts): boolean {
  return Object.values(amounts).every(({ quantity, pence }) => quantity === 0n && pence === 0n);
}

function cellsAsked(events: readonly StoredEvent[], question: NaiveQuestion): readonly Cell[] {
  const known = knownAt(events, question.position);
  const { by, where = {}, deliveredTo, yearBasis, replay = 'touched commitments' } = question;
  const asked = {
    withinQuarters: by.includes('quarter') || 'quarter' in where,
    deliveredTo,
    dueBy: dueDay(known, question),
  };
  return remembered(events, JSON.stringify([known.length, asked, yearBasis, replay]), () => {
    if (yearBasis === 'delivered') return cellsOf(readLedger(known), asked);
    return (replay === 'everything' ? postedCells : postedCellsByCommitment)(known, asked);
  });
}

export function knownAt(events: readonly StoredEvent[], position = Infinity): readonly StoredEvent[] {
  return events.filter((event) => event.position <= position);
}

/** Rule 11: the day asked about, else the day of *known at*, else today. */
export function dueDay(
  known: readonly StoredEvent[],
  { deliveredTo, position, today }: { readonly deliveredTo?: string | undefined; readonly position?: number | undefined; readonly today: string },
): string {
  if (deliveredTo !== undefined) return deliveredTo;
  const last = known.at(-1);
  return position !== undefined && last ? londonDay(last.recordedAt) : today;
}

const answers = new WeakMap<readonly StoredEvent[], Map<string, readonly Cell[]>>();

/** A ledger asked in many ways is replayed once for each way in which its figures differ. */
function remembered(events: readonly StoredEvent[], question: string, count: () => readonly Cell[]): readonly Cell[] {
  const known = answers.get(events) ?? new Map<string, readonly Cell[]>();
  answers.set(events, known);
  const cells = known.get(question) ?? count();
  known.set(question, cells);
  return cells;
}

