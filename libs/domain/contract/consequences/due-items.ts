import { overlap, type Period, samePeriod } from '../../kernel/period.js';
import type { Quantity } from '../../kernel/quantity.js';
import { type UnitValue, unitValueOf } from '../../kernel/money.js';
import type { Share } from '../../kernel/split.js';
import { countedQuantity } from '../../measures/count.js';
import { combiningOf } from '../../measures/measure.js';
import { type Amount, amountOf, NOTHING } from '../../measures/value.js';
import { othersInForce, undecided } from '../chain.js';
import { sharesOf } from '../contract.js';
import { countingParts } from '../counting.js';
import { chainParts, openingBalanceParts } from '../lines.js';
import { type Part, plus } from '../parts.js';
import type { Commitment, ContractState, DeliveryReport } from '../state.js';

/**
 * What a commitment owes by the last day of a period: its target for the period as it was agreed while its days ran, less what was carried forward out of
 * it or is made good by another commitment, with what was carried into it or is owed as a substitute.
 */
export interface DueItem extends Period {
  readonly commitment: string;
  /** What is due, counted (posts have become full-time years) and valued; never below nothing. */
  readonly due: Amount;
  /** What was validated of deliveries whose periods end in it. */
  readonly validated: Amount;
  readonly valued: boolean;
  /** The delivery reports in force for days of it that wait for a decision. */
  readonly undecided: readonly string[];
  /** Those in force that tell of days of it and of others: how much of them belongs to it, nobody has said. */
  readonly spanning: readonly string[];
}

/** The items of a commitment that are due on days from one to another; none of what is never totalled, or promised beyond the contract. */
export function dueItems(state: ContractState, commitment: Commitment, asked: Period): readonly DueItem[] {
  if (commitment.withdrawn || commitment.terms.basis !== 'contract' || combiningOf(commitment.terms.measure) === 'never') return [];
  const owed = owedQuantities(state, { ...commitment, targets: judgedTargets(commitment) }).filter(({ to }) => to >= asked.from && to <= asked.to);
  if (owed.length === 0) return [];
  const validated = validatedParts(state, commitment);
  const reports = standing(commitment);
  const unitValue = unitValueOfCommitment(commitment);
  return owed.map(({ from, to, quantity }) => {
    const period = { from, to };
    return {
      ...period,
      commitment: commitment.reference,
      due: amountOf(countedQuantity(commitment.terms.measure.kind, quantity > 0n ? quantity : 0n, period), unitValue),
      validated: validatedIn(commitment, validated, period),
      valued: unitValue !== null,
      undecided: reports.filter((report) => undecided(report) && overlap(report, period)).map(({ reference }) => reference),
      spanning: reports.filter((report) => overlap(report, period) && !within(report, period)).map(({ reference }) => reference),
    };
  });
}

/** Targets by so much as can be missed of them: not by what was agreed only once their days were over. */
function judgedTargets({ targets }: Commitment): Commitment['targets'] {
  if (Object.values(targets).every(({ judgedBy }) => judgedBy === undefined)) return targets;
  return Object.fromEntries(Object.entries(targets).map(([key, target]) => [key, { ...target, quantity: target.judgedBy ?? target.quantity }]));
}

/** So much that is owed by the last day of a period. */
export interface Owed extends Period {
  /** As people type it: for FTE, posts. */
  readonly quantity: Quantity;
}

/** What a commitment owes, period by period, with what was carried forward or agreed as a substitute; below nothing where more was moved than is left. */
export function owedQuantities(state: ContractState, { reference, targets }: Pick<Commitment, 'reference' | 'targets'>): readonly Owed[] {
  const changes: Owed[] = [
    ...state.carriedForward.filter(({ commitment }) => commitment === reference).flatMap(({ of, into, quantity }) => [less(of, quantity), { ...into, quantity }]),
    ...state.substitutes.filter(({ commitment }) => commitment === reference).map(({ of, quantity }) => less(of, quantity)),
    ...state.substitutes.filter(({ by }) => by.commitment === reference).map(({ by }) => ({ ...by.in, quantity: by.quantity })),
  ];
  const owed: Owed[] = Object.values(targets);
  for (const change of changes) {
    const at = owed.findIndex((one) => samePeriod(one, change));
    if (at < 0) owed.push(change);
    else owed[at] = { ...owed[at]!, quantity: owed[at]!.quantity + change.quantity };
  }
  return owed.sort((one, other) => (one.to < other.to ? -1 : 1));
}

function less({ from, to }: Period, quantity: Quantity): Owed {
  return { from, to, quantity: -quantity };
}

/** The reports of a commitment that are in force. A commitment never changes, so what was found of it stays true. */
export function standing(commitment: Commitment): readonly DeliveryReport[] {
  let found = inForceOf.get(commitment);
  if (!found) inForceOf.set(commitment, (found = othersInForce(commitment, null)));
  return found;
}

const inForceOf = new WeakMap<Commitment, readonly DeliveryReport[]>();

function validatedParts(state: ContractState, commitment: Commitment): readonly Part[] {
  const shares = sharesOf(state);
  const known = partsOf.get(commitment);
  if (known?.shares === shares) return known.parts;
  const parts = [
    ...commitment.chains.names().flatMap((root) => chainParts(commitment, root, shares)),
    ...Object.entries(commitment.openingBalances).flatMap(([key, balance]) => openingBalanceParts(commitment, key, balance, shares)),
  ].filter(({ role }) => role === 'validated');
  partsOf.set(commitment, { shares, parts });
  return parts;
}

/** What is validated of a commitment is asked for once for each of its periods. */
const partsOf = new WeakMap<Commitment, { readonly shares: readonly Share[]; readonly parts: readonly Part[] }>();

function within(one: Period, { from, to }: Period): boolean {
  return one.from >= from && one.to <= to;
}

/** A stock counts by the line that ends last within the period; everything else adds (COUNTING.md rule 3). */
function validatedIn({ terms }: Commitment, parts: readonly Part[], { from, to }: Period): Amount {
  const ending = parts.filter((part) => part.to >= from && part.to <= to);
  return countingParts(combiningOf(terms.measure), ending, () => 'the period').reduce((sum, { amounts }) => plus(sum, amounts.validated), NOTHING);
}

function unitValueOfCommitment({ terms }: Commitment): UnitValue | null {
  return terms.measure.unitValue === null ? null : unitValueOf(terms.measure.unitValue);
}

