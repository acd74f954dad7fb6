import { asDecimal, magnitude } from '../naive-count/arithmetic.js';
import { millionths } from '../naive-count/read-ledger.js';
import type { MeasureTerms } from './history.js';
import type { Random } from './random.js';

/** What a report says of how much: the payload's fields, and the quantity typed in millionths. */
export interface Said {
  readonly fields: { readonly quantity?: string; readonly hours?: string; readonly people?: number; readonly text?: string };
  readonly typed: bigint | undefined;
}

export function saidQuantity(random: Random, { kind }: MeasureTerms): Said {
  if (kind === 'text') return { fields: { text: 'Two groups opened on Sundays.' }, typed: undefined };
  if (kind === 'percentage') return ofQuantity(random.pick(['0', '47.5', '55', '100']));
  if (kind === 'hours x people') {
    const hours = random.pick(['2', '1.5', '2.075', '0.333333', '-1.5', '7.000001']);
    const people = random.pick([0, 1, 3, 40, 120, 300]);
    return { fields: { hours, people }, typed: millionths(hours) * BigInt(people) };
  }
  const size = kind === 'money' ? random.pick(['1000000.01', '512000', '33.33', '1234.56', '0.005', '0.015']) : plainQuantity(random);
  return ofQuantity(random.chance(0.08) && size !== '0' ? `-${size}` : size);
}

function ofQuantity(quantity: string): Said {
  return { fields: { quantity }, typed: millionths(quantity) };
}

/** Never negative. */
export function plainQuantity(random: Random): string {
  return random.pick([
    () => String(random.between(1, 20)),
    () => String(random.between(1, 400)),
    () => `${random.between(0, 30)}.5`,
    () => `${random.between(0, 99)}.${random.between(1, 9)}${random.between(1, 9)}`,
    () => `${random.between(0, 9)}.${String(random.between(1, 999_999)).padStart(6, '0')}`,
    () => random.pick(['0', '1', '0.000001', '0.000003']),
  ])();
}

/** So many hundredths of a quantity, of the same sign, at 6 places. */
export function hundredths(typed: bigint, count: number): string {
  const part = (magnitude(typed) * BigInt(count)) / 100n;
  return asDecimal(typed < 0n ? -part : part);
}
