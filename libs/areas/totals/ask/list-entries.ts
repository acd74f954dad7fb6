import type { Amount } from '#domain/measures/value.js';
import { bucketOf, COUNTED, withinYears } from './add-up.js';
import type { Filter, TotalsQuestion } from './question.js';
import { keysOf } from './stock-rows.js';
import { replayStocks } from './stocks.js';
import type { CountedFigure, DimensionRow, TotalsView } from '../store/totals-store.js';

/** Entries are numbered in 32 bits. */
const LAST_ENTRY = 2 ** 31 - 1;

/** One change of one figure, as an answer lists it. */
export interface ListedEntry {
  readonly position: number;
  readonly commitment: string;
  /** Unique within its position and commitment. */
  readonly entry: string;
  readonly dimensions: DimensionRow;
  readonly figure: CountedFigure;
  readonly from: string;
  readonly to: string;
  readonly postedYear: string;
  readonly amount: Amount;
}

/** Where a page of entries begins: after the last of the page before. */
export interface EntryCursor {
  readonly position: number;
  readonly commitment: string;
  readonly entry: string;
}

/**
 * The entries that make a total, in the order of the ledger. Where stocks combine otherwise than by year (by quarter,
 * or of periods ended by a day) their entries are those of the replay.
 */
export async function listEntries(
  view: TotalsView,
  question: Omit<TotalsQuestion, 'by'>,
  page: { readonly limit: number; readonly after?: EntryCursor | undefined },
): Promise<readonly ListedEntry[]> {
  const { where, yearBasis, deliveredTo, position } = question;
  const { limit, after } = page;
  const replayed = withinYears(question);
  const from = after && { ...after, entry: numberOf(after.entry) };
  const flows = await view.entries({ where, yearBasis, deliveredTo, stocks: !replayed, upTo: position, limit, from });
  const listed: ListedEntry[] = flows.map((entry) => ({ ...entry, commitment: entry.dimensions.commitment, entry: String(entry.entry).padStart(6, '0') }));
  if (replayed) listed.push(...(await replayedEntries(view, question)));
  return listed.sort(inOrder).filter((entry) => !after || inOrder(entry, after) > 0).slice(0, limit);
}

/** Of a place in a replay, which another total's page ended with, nothing follows at the same position. */
function numberOf(entry: string): number {
  return entry.startsWith('s') ? LAST_ENTRY : Number(entry);
}

async function replayedEntries(view: TotalsView, question: Omit<TotalsQuestion, 'by'>): Promise<readonly ListedEntry[]> {
  const { where, yearBasis, deliveredTo, dueOn, position } = question;
  const versions = await view.stockLines({ position, roles: ['committed', 'reported', 'validated'], where, stepwise: true });
  // the posted basis replays step by step, which is what a list of entries is
  const figures = new Set(COUNTED.filter((figure) => figure !== 'underCorrection' && figure !== 'due'));
  const amounts = replayStocks(versions, { yearBasis: 'posted', bucket: bucketOf(question), deliveredTo, dueOn, figures });
  return amounts
    .filter(({ amount }) => amount.pence !== 0 || amount.quantity !== 0n)
    .filter((amount) => keysOf({ ...amount, askedYear: yearBasis === 'posted' ? amount.postedYear : amount.year }, [], where).length > 0)
    .map((amount, index) => ({
      position: amount.position,
      commitment: amount.dimensions.commitment,
      entry: `s${String(index).padStart(9, '0')}`,
      dimensions: amount.dimensions,
      figure: amount.figure,
      from: amount.from,
      to: amount.to,
      postedYear: amount.postedYear,
      amount: amount.amount,
    }));
}

function inOrder(a: EntryCursor, b: EntryCursor): number {
  const commitments = Buffer.compare(Buffer.from(a.commitment), Buffer.from(b.commitment));
  return a.position - b.position || commitments || (a.entry < b.entry ? -1 : a.entry > b.entry ? 1 : 0);
}

/** The filters of a total: its question's, and its key as filters. */
export function filtersOf({ by, key, where }: { readonly by: TotalsQuestion['by']; readonly key: readonly string[]; readonly where: readonly Filter[] }): readonly Filter[] {
  return [...where, ...by.map((dimension, at) => ({ dimension, values: [key[at]!] }))];
}
