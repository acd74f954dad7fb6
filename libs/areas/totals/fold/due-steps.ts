import { minus, type Part } from '#domain/contract/parts.js';
import { financialYearOf } from '#domain/kernel/financial-year.js';
import type { EnteredPart } from './entries.js';

/**
 * By how much the *due* of a stock grows at the end of each target's period: of a financial year and member the last
 * target that has ended is due (COUNTING.md rule 3), so that each one replaces the one before it.
 * @param parts of the lines of one commitment
 */
export function dueSteps(parts: readonly Part[]): readonly EnteredPart[] {
  const targets = parts.filter(({ role }) => role === 'committed').sort(inOrder);
  const steps: EnteredPart[] = [];
  const stood = new Map<string, Part>();
  for (const [at, target] of targets.entries()) {
    const { member, from, to } = target;
    const next = targets[at + 1];
    // of two that end on one day the one recorded later is due
    if (next?.member === member && next.to === to) continue;
    const bucket = `${member}\n${financialYearOf(to)}`;
    const stockDue = minus(target.amounts.committed, stood.get(bucket)?.amounts.committed);
    steps.push({ member, from, to, amounts: { stockDue } });
    stood.set(bucket, target);
  }
  return steps;
}

function inOrder(one: Part, other: Part): number {
  if (one.member !== other.member) return one.member < other.member ? -1 : 1;
  if (one.to !== other.to) return one.to < other.to ? -1 : 1;
  return one.recorded - other.recorded;
}
