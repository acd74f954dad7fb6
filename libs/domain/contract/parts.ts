import { type Amount, NOTHING } from '../measures/value.js';
import { splitByShares, type Share } from '../kernel/split.js';
import type { Figure } from '../measures/figures.js';
import type { IsoDate } from '../kernel/date.js';
import type { Period } from '../kernel/period.js';

/**
 * Which of a stock's lines compete for being the one that counts (COUNTING.md rule 3): targets among themselves,
 * reported lines among themselves, validated lines among themselves. What is pending always adds.
 */
export type Role = 'committed' | 'reported' | 'validated' | 'pending';

export type Amounts = Readonly<Partial<Record<Figure, Amount>>>;

/** What one line (a target, a chain of reports, an opening balance) adds to the figures of one member. */
export interface Part {
  readonly line: string;
  readonly role: Role;
  readonly member: string;
  readonly from: IsoDate;
  readonly to: IsoDate;
  /** The version that recorded the line: of two stocks with one end date, the later counts. */
  readonly recorded: number;
  readonly amounts: Amounts;
}

/** A line before it is split over members. */
export interface Line extends Period {
  readonly line: string;
  readonly role: Role;
  readonly recorded: number;
  readonly amounts: Amounts;
}

/**
 * A line's parts (rule 4): all of it its member's, or split over the contract's members by share; pence and
 * quantities each by largest remainder, after the whole was valued. A part of nothing is still a part: a stock
 * that has become 0 replaces the one before.
 */
export function partsOf({ line, role, from, to, recorded, amounts }: Line, member: string | null, shares: readonly Share[]): readonly Part[] {
  // most contracts have one member, who has all of it
  const whole = member ?? (shares.length === 1 ? shares[0]!.provider : null);
  if (whole !== null) return [{ line, role, member: whole, from, to, recorded, amounts }];
  const figures = Object.keys(amounts) as Figure[];
  const split = figures.map((figure) => splitAmount(amounts[figure]!, shares));
  return shares.map(({ provider }, index) => ({
    line,
    role,
    member: provider,
    from,
    to,
    recorded,
    amounts: Object.fromEntries(figures.map((figure, at) => [figure, split[at]![index]!])),
  }));
}

function splitAmount({ pence, quantity }: Amount, shares: readonly Share[]): readonly Amount[] {
  const ofPence = splitByShares(BigInt(pence), shares);
  const ofQuantity = splitByShares(quantity, shares);
  return shares.map((_, index) => ({ pence: Number(ofPence[index]), quantity: ofQuantity[index]! }));
}

export function plus(one: Amount | undefined, other: Amount | undefined): Amount {
  if (!one) return other ?? NOTHING;
  return other ? { pence: one.pence + other.pence, quantity: one.quantity + other.quantity } : one;
}

export function minus(one: Amount | undefined, other: Amount | undefined): Amount {
  const from = one ?? NOTHING;
  return other ? { pence: from.pence - other.pence, quantity: from.quantity - other.quantity } : from;
}
