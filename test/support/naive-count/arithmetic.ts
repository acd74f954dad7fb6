/** An exact fraction; `under` is positive. */
export interface Fraction {
  readonly over: bigint;
  readonly under: bigint;
}

export function whole(number: bigint | number): Fraction {
  return { over: BigInt(number), under: 1n };
}

/** The fraction that a decimal text says: `-12.5` is -125/10. */
export function fraction(text: string): Fraction {
  const said = read.get(text) ?? readFraction(text);
  read.set(text, said);
  return said;
}

/** A few prices and shares are read a hundred thousand times. */
const read = new Map<string, Fraction>();

function readFraction(text: string): Fraction {
  const parts = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text);
  if (!parts) throw new Error(`"${text}" is not a decimal number.`);
  const places = parts[3] ?? '';
  const digits = BigInt(parts[2]! + places);
  return { over: parts[1] === '-' ? -digits : digits, under: 10n ** BigInt(places.length) };
}

export function times(...factors: readonly Fraction[]): Fraction {
  return factors.reduce((product, { over, under }) => ({ over: product.over * over, under: product.under * under }), whole(1));
}

/** What is left of the whole after so many per cent. */
export function lessPercent(percent: string): Fraction {
  const { over, under } = fraction(percent);
  return { over: 100n * under - over, under: 100n * under };
}

export function magnitude(number: bigint): bigint {
  return number < 0n ? -number : number;
}

/** To the nearest whole number; a tie goes to the even one. Magnitudes are rounded, then given their sign. */
export function halfEven({ over, under }: Fraction): bigint {
  const size = magnitude(over);
  let rounded = size / under;
  const twice = (size % under) * 2n;
  if (twice > under || (twice === under && rounded % 2n === 1n)) rounded += 1n;
  return over < 0n ? -rounded : rounded;
}

/** Quantities are kept as whole millionths. */
export const MILLION = 1_000_000n;

/** Millionths as people write them: `12.5`, `-0.000001`, `3`. */
export function asDecimal(millionths: bigint): string {
  const size = magnitude(millionths);
  const places = (size % MILLION).toString().padStart(6, '0').replace(/0+$/, '');
  return `${millionths < 0n ? '-' : ''}${size / MILLION}${places === '' ? '' : `.${places}`}`;
}

/** Order by code point; JavaScript's own order is by UTF-16 unit, which differs above U+FFFF. */
export function byCodePoint(one: string, other: string): number {
  if (one === other) return 0;
  const left = [...one];
  const right = [...other];
  for (let place = 0; place < Math.min(left.length, right.length); place += 1) {
    const difference = left[place]!.codePointAt(0)! - right[place]!.codePointAt(0)!;
    if (difference !== 0) return difference;
  }
  return left.length - right.length;
}
