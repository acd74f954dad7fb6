import { postedYear } from '#domain/authority/calendar.js';
import { financialYearOf, quarterOf } from '#domain/kernel/financial-year.js';
import type { Figure } from '#domain/measures/figures.js';
import { type Amount, NOTHING } from '#domain/measures/value.js';
import type { CountedFigure, DimensionRow, StockVersion } from '../store/totals-store.js';
import type { YearBasis } from './question.js';

/** What of stocks is asked for that the journal, which combines by year, does not hold. */
export interface StockQuestion {
  readonly yearBasis: YearBasis;
  readonly bucket: 'year' | 'quarter';
  readonly deliveredTo: string | null;
  readonly dueOn: string;
  /** The figures wanted; the others are left to the journal. */
  readonly figures: ReadonlySet<CountedFigure>;
}

/** An amount of a stock, where it counts. */
export interface StockAmount {
  readonly position: number;
  readonly dimensions: DimensionRow;
  readonly from: string;
  readonly to: string;
  readonly year: string;
  readonly postedYear: string;
  readonly quarter: string;
  readonly figure: CountedFigure;
  readonly amount: Amount;
}

const ROLES: readonly StockVersion['role'][] = ['committed', 'reported', 'validated'];

/**
 * Replays the lines of stocks in the order of the ledger (COUNTING.md rule 3): after each position, in each bucket,
 * the line that ends last counts, of those whose periods ended by the day asked about. On the posted basis every
 * change is posted as the year closings of its moment say (rule 10); on the delivered one only the outcome matters.
 */
export function replayStocks(versions: readonly StockVersion[], question: StockQuestion): readonly StockAmount[] {
  const lines = new Map<string, Map<string, StockVersion>>();
  const counted = new Map<string, readonly StockAmount[]>();
  const found: StockAmount[] = [];
  const settle = (key: string, position: number, closedThrough: string | null) => {
    const now = countNow([...lines.get(key)!.values()], position, question);
    for (const amount of counted.get(key) ?? []) found.push(post(negative(amount), position, closedThrough));
    for (const amount of now) found.push(post(amount, position, closedThrough));
    counted.set(key, now);
  };
  const stepwise = question.yearBasis === 'posted';
  for (let at = 0; at < versions.length; at++) {
    const version = versions[at]!;
    const key = `${version.dimensions.commitment}\n${version.dimensions.provider}`;
    const held = lines.get(key) ?? new Map<string, StockVersion>();
    lines.set(key, held);
    if (version.present) held.set(`${version.role}\n${version.line}`, version);
    else held.delete(`${version.role}\n${version.line}`);
    const next = versions[at + 1];
    const last = !next || next.position !== version.position || keyOf(next) !== key;
    if (stepwise && last) settle(key, version.position, version.closedThrough);
  }
  if (!stepwise) for (const key of lines.keys()) settle(key, 0, null);
  return found;
}

function keyOf(version: StockVersion): string {
  return `${version.dimensions.commitment}\n${version.dimensions.provider}`;
}

function post(amount: StockAmount, position: number, closedThrough: string | null): StockAmount {
  return { ...amount, position, postedYear: postedYear(amount.year, closedThrough) };
}

function negative(amount: StockAmount): StockAmount {
  return { ...amount, amount: { pence: -amount.amount.pence, quantity: -amount.amount.quantity } };
}

function countNow(lines: readonly StockVersion[], position: number, question: StockQuestion): readonly StockAmount[] {
  const amounts: StockAmount[] = [];
  for (const role of ROLES) {
    const ofRole = lines.filter((line) => line.role === role);
    if (role === 'committed') {
      if (question.figures.has('committed')) amounts.push(...latest(ofRole, null, position, question, (line) => pick(line, question)));
      if (question.figures.has('due')) {
        const due = (line: StockVersion): [CountedFigure, Amount][] => [['due', line.amounts.committed ?? NOTHING]];
        amounts.push(...latest(ofRole, question.dueOn, position, question, due));
      }
    } else {
      amounts.push(...latest(ofRole, question.deliveredTo, position, question, (line) => pick(line, question)));
    }
  }
  return amounts;
}

function pick(line: StockVersion, { figures }: StockQuestion): [CountedFigure, Amount][] {
  return (Object.entries(line.amounts) as [Figure, Amount][]).filter(([figure]) => figures.has(figure));
}

/** The lines that end last in their buckets, of those that ended by a day. */
function latest(
  lines: readonly StockVersion[],
  endedBy: string | null,
  position: number,
  { bucket }: StockQuestion,
  amountsOf: (line: StockVersion) => [CountedFigure, Amount][],
): StockAmount[] {
  const counting = new Map<string, StockVersion>();
  for (const line of lines) {
    if (endedBy !== null && line.to > endedBy) continue;
    const key = bucket === 'year' ? financialYearOf(line.to) : quarterOf(line.to);
    const standing = counting.get(key);
    const later = !standing || line.to > standing.to || (line.to === standing.to && line.recorded > standing.recorded);
    if (later) counting.set(key, line);
  }
  return [...counting.values()].flatMap((line) =>
    amountsOf(line).map(([figure, amount]) => ({
      position,
      dimensions: line.dimensions,
      from: line.from,
      to: line.to,
      year: financialYearOf(line.to),
      postedYear: financialYearOf(line.to),
      quarter: quarterOf(line.to),
      figure,
      amount,
    })),
  );
}
