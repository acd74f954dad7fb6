import { financialYearOf } from '../kernel/financial-year.js';
import type { Part } from './parts.js';

/**
 * The parts that count (COUNTING.md rule 3). Sums: all. Stocks: in each bucket (the financial year, unless another is
 * asked) and for each member and role, the line that ends last; of two with one end date, the one recorded later.
 * Never: none.
 */
export function countingParts(
  combine: 'sum' | 'latest' | 'never',
  parts: readonly Part[],
  bucketOf: (date: string) => string = financialYearOf,
): readonly Part[] {
  if (combine === 'sum') return parts;
  if (combine === 'never') return [];
  const latest = new Map<string, Part>();
  for (const part of parts) {
    if (part.role === 'pending') continue;
    const key = `${part.role}\n${part.member}\n${bucketOf(part.to)}`;
    const counted = latest.get(key);
    if (!counted || isLater(part, counted)) latest.set(key, part);
  }
  return parts.filter((part) => part.role === 'pending' || latest.get(`${part.role}\n${part.member}\n${bucketOf(part.to)}`) === part);
}

function isLater(part: Part, than: Part): boolean {
  return part.to === than.to ? part.recorded > than.recorded : part.to > than.to;
}
