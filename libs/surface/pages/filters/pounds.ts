import { divideHalfEven } from '#domain/kernel/rounding.js';

/** In place of an amount that nobody has valued. */
export const NOT_VALUED = 'not valued';

/** Pence as people read them, to the penny: `£1,234.56`, `−£7.00`. */
export function pounds(pence: number | null | undefined): string {
  if (pence === null || pence === undefined) return NOT_VALUED;
  const amount = size(BigInt(pence));
  return `${sign(pence)}£${grouped(amount / 100n)}.${String(amount % 100n).padStart(2, '0')}`;
}

/** Pence rounded to the nearest pound, half to even: `£1,235`. Say near it that it is rounded. */
export function wholePounds(pence: number | null | undefined): string {
  if (pence === null || pence === undefined) return NOT_VALUED;
  const whole = divideHalfEven(BigInt(pence), 100n);
  return `${sign(Number(whole))}£${grouped(size(whole))}`;
}

/**
 * Pence as a headline, rounded half to even to one decimal of a million or billion: `£12.3 million`. Below a million it
 * is the nearest pound. The exact figure belongs beside it: the macro `headline` of `figures.njk` gives both.
 */
export function headlinePounds(pence: number | null | undefined): string {
  if (pence === null || pence === undefined) return NOT_VALUED;
  const tenthsOfMillions = divideHalfEven(BigInt(pence), 10_000_000n);
  if (size(divideHalfEven(BigInt(pence), 100n)) < 1_000_000n) return wholePounds(pence);
  if (size(tenthsOfMillions) < 10_000n) return `${sign(pence)}£${tenths(tenthsOfMillions)} million`;
  return `${sign(pence)}£${tenths(divideHalfEven(BigInt(pence), 10_000_000_000n))} billion`;
}

function tenths(amount: bigint): string {
  return `${grouped(size(amount) / 10n)}.${size(amount) % 10n}`;
}

function size(amount: bigint): bigint {
  return amount < 0n ? -amount : amount;
}

function sign(amount: number): string {
  return amount < 0 ? '−' : '';
}

function grouped(whole: bigint): string {
  return whole.toLocaleString('en-GB');
}
