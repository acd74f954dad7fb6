import { sharesOf } from '#domain/contract/contract.js';
import { countingParts } from '#domain/contract/counting.js';
import { chainParts, openingBalanceParts, targetParts } from '#domain/contract/lines.js';
import type { Part } from '#domain/contract/parts.js';
import type { Commitment, ContractState } from '#domain/contract/state.js';
import { financialYearOf } from '#domain/kernel/financial-year.js';
import { held } from '#domain/kernel/lookup.js';
import { type Combine, combiningOf } from '#domain/measures/measure.js';
import { dueSteps } from './due-steps.js';
import type { EnteredPart } from './entries.js';
import { partsOfAllLines } from './line-parts.js';
import type { Touched } from './touched.js';

/** Parts of lines: all of them; and those of them that count, with the steps of a stock's *due*. */
export interface Parts {
  readonly raw: readonly Part[];
  readonly counting: readonly EnteredPart[];
}

const noParts: readonly Part[] = [];
const nothing: Parts = { raw: noParts, counting: noParts };

/**
 * The parts of the touched lines before and after an event. What stands alike on both sides may be missing on both: of
 * a stock, all that no changed line competes with, unless its dimensions changed.
 */
export function partsAround(before: ContractState, after: ContractState, touched: Touched, sameDimensions: boolean): { before: Parts; after: Parts } {
  const stood = combineOf(before, touched.commitment);
  const stands = combineOf(after, touched.commitment);
  if (sameDimensions && stood === 'latest' && stands === 'latest') {
    return changedStock(linesOf(before, touched, 'latest'), linesOf(after, touched, 'latest'));
  }
  return { before: partsIn(before, touched, stood), after: partsIn(after, touched, stands) };
}

/** How a commitment's lines combine; `never` also where there is none. */
function combineOf(state: ContractState, reference: string): Combine {
  const commitment = held(state.commitments, reference);
  return commitment && state.terms ? combiningOf(commitment.terms.measure) : 'never';
}

function partsIn(state: ContractState, touched: Touched, combine: Combine): Parts {
  if (combine === 'never') return nothing;
  const raw = linesOf(state, touched, combine);
  return { raw, counting: combine === 'latest' ? countingStock(raw) : raw };
}

/** The parts of the touched lines: of stocks, those of the whole commitment. */
function linesOf(state: ContractState, { commitment, lines }: Touched, combine: Combine): readonly Part[] {
  const made = held(state.commitments, commitment)!;
  return combine === 'sum' && lines ? someLines(state, made, lines) : partsOfAllLines(state, made);
}

/** The line that an event names: one of them, so that nothing needs to be joined. */
function someLines(state: ContractState, commitment: Commitment, lines: NonNullable<Touched['lines']>): readonly Part[] {
  const shares = sharesOf(state);
  if (lines.target !== undefined) {
    const target = held(commitment.targets, lines.target);
    return target ? targetParts(commitment, target, shares) : noParts;
  }
  if (lines.openingBalance !== undefined) {
    const balance = held(commitment.openingBalances, lines.openingBalance);
    return balance ? openingBalanceParts(commitment, lines.openingBalance, balance, shares) : noParts;
  }
  const report = lines.report === undefined ? undefined : commitment.reports.get(lines.report);
  return report ? chainParts(commitment, report.root, shares) : noParts;
}

/** Leaves out the lines at both ends that are the same, and of those that count what none of the others competes with. */
function changedStock(before: readonly Part[], after: readonly Part[]): { before: Parts; after: Parts } {
  let from = 0;
  const shorter = Math.min(before.length, after.length);
  while (from < shorter && before[from] === after[from]) from++;
  let kept = 0;
  while (kept < shorter - from && before[before.length - 1 - kept] === after[after.length - 1 - kept]) kept++;
  const stood = before.slice(from, before.length - kept);
  const stand = after.slice(from, after.length - kept);
  if (stood.length === 0 && stand.length === 0) return { before: nothing, after: nothing };
  const changed = [...stood, ...stand].map(({ role, member, to }) => ({ role, member, year: financialYearOf(to) }));
  const competing = (part: Part) =>
    changed.some(({ role, member, year }) => role === part.role && member === part.member && year === financialYearOf(part.to));
  return {
    before: { raw: stood, counting: countingStock(before.filter(competing)) },
    after: { raw: stand, counting: countingStock(after.filter(competing)) },
  };
}

/** All lines that compete are given. */
function countingStock(parts: readonly Part[]): readonly EnteredPart[] {
  return [...countingParts('latest', parts), ...dueSteps(parts)];
}
