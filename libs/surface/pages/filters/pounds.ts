import { divideHalfEven } from '#domain/kernel/rounding.js';

/** In place of an amount that nobody has valued. */
export const NOT_VALUED = 'not valued';

/** Pence as people read them, to the penny: `£1,234.56`, `−£7.00`. */
export function pounds(pence: number | null | undefined): string {
  if (pence === null || pence === undefined) return NOT_VALUED;
  const size = Math.abs(pence);
  return `${sign(pence)}£${grouped(BigInt(Math.floor(size / 100)))}.${String(size % 100).padStart(2, '0')}`;
}

/** Pence rounded to the nearest pound, half to even: `£1,235`. Say near it that it is rounded. */
export function wholePounds(pence: number | null | undefined): string {
  if (pence === null || pence === undefined) return NOT_VALUED;
  const whole = divideHalfEven(BigInt(pence), 100n);
  return `${sign(Number(whole))}£${grouped(whole < 0n ? -whole : whole)}`;
}

const SCALES = [
  { pence: 100_000_000_000n, word: 'billion' },
  { pence: 100_000_000n, word: 'million' },
] as const;

/**
 * Pence as a headline, rounded half to even to one decimal of a million or billion: `£12.3 million`. Below a million it
 * is the nearest pound. The exact figure belongs beside it: the macro `headline` of `figures.njk` gives both.
 */
export function headlinePounds(pence: number | null | undefined): string {
  if (pence === null || pence === undefined) return NOT_VALUED;
  const amount = BigInt(pence);
  for (const { pence: one, word } of SCALES) {
    const tenths = divideHalfEven(amount * 10n, one);
    const size = tenths < 0n ? -tenths : tenths;
    if (size >= 10n) return `${sign(pence)}£${grouped(size / 10n)}.${size % 10n} ${word}`;
  }
  return wholePounds(pence);
}

function sign(amount: number): string {
  return amount < 0 ? '−' : '';
}

function grouped(whole: bigint): string {
  return whole.toLocaleString('en-GB');
}
