import type { Chance } from '../chance.js';

/** How a provider keeps its promises, over all its contracts. */
export interface Temperament {
  readonly kind: 'steady' | 'strong' | 'weak' | 'failing';
  /** What is delivered of what was promised, on the whole. */
  readonly ratio: number;
  /** What becomes of it from one quarter to the next. */
  readonly trend: number;
  /** The quarter, counted from the contract's first, after which nothing is returned any more; null: it never stops. */
  readonly silentAfter: number | null;
}

const KINDS = [
  [62, 'steady'],
  [13, 'strong'],
  [17, 'weak'],
  [8, 'failing'],
] as const;

export function temperament(chance: Chance): Temperament {
  const kind = chance.weighted(KINDS);
  switch (kind) {
    case 'steady':
      return { kind, ratio: chance.within(0.74, 1.04), trend: chance.within(0.99, 1.02), silentAfter: null };
    case 'strong':
      return { kind, ratio: chance.within(1.05, 1.5), trend: 1, silentAfter: null };
    case 'weak':
      return { kind, ratio: chance.within(0.35, 0.72), trend: chance.within(0.97, 1.03), silentAfter: null };
    case 'failing':
      return { kind, ratio: chance.within(0.7, 0.95), trend: chance.within(0.72, 0.88), silentAfter: chance.happens(0.6) ? chance.between(5, 9) : null };
  }
}

/** Of what is due in a quarter, how much is delivered. */
export function deliveredPart(chance: Chance, { ratio, trend }: Temperament, quarter: number): number {
  return Math.max(0, ratio * trend ** quarter * Math.exp(0.16 * chance.normal()));
}
