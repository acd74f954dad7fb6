import { fraction, halfEven, lessPercent, magnitude, MILLION, times, whole } from './arithmetic.js';
import { inForce, isUndecided, lastValidated } from './chain.js';
import { daysHeld, daysOfYear, financialYear, type Span } from './days.js';
import { millionths } from './read-ledger.js';
import { share } from './share.js';
import type { Commitment, Contract, Report } from './standing.js';
import type { Factors } from './stored-event.js';

export type Figure =
  | 'committed'
  | 'due'
  | 'reported'
  | 'evidenced'
  | 'validated'
  | 'additional'
  | 'notAssessed'
  | 'underCorrection'
  | 'broughtForward';

/** A quantity in millionths, and its value in pence (0 where the measure has none). */
export interface Amount {
  readonly quantity: bigint;
  readonly pence: bigint;
}
export type Amounts = Partial<Record<Figure, Amount>>;

/** One member's part of a target, a report in force, a validated report or a pending correction. */
export interface Entry extends Span {
  readonly side: 'target' | 'reported' | 'validated' | 'pending';
  readonly provider: string;
  /** When what it says was recorded. */
  readonly position: number;
  readonly amounts: Amounts;
}

/** All that a commitment says and was told, line by line, each line split over the members. */
export function entriesOf(contract: Contract, commitment: Commitment): readonly Entry[] {
  return [...targets(contract, commitment), ...openings(contract, commitment), ...commitment.chains.flatMap((chain) => ofChain(contract, commitment, chain))];
}

function targets(contract: Contract, commitment: Commitment): readonly Entry[] {
  if (commitment.withdrawn) return [];
  return [...commitment.targets.values()].flatMap((target) => {
    const committed = valued(commitment, counted(commitment, millionths(target.quantity), target));
    return split(contract, commitment, null, { ...target, side: 'target' }, { committed });
  });
}

/** Rule 14: reported always, validated only where attested, never evidenced. */
function openings(contract: Contract, commitment: Commitment): readonly Entry[] {
  return [...commitment.openings.values()].flatMap((opening) => {
    const quantity = counted(commitment, millionths(opening.quantity), opening);
    const reported = valued(commitment, quantity);
    const entries = split(contract, commitment, opening.provider, { ...opening, side: 'reported' }, { reported, broughtForward: reported });
    if (!opening.attested) return entries;
    const accepted = validated(commitment, quantity, commitment.terms.factors);
    return [...entries, ...split(contract, commitment, opening.provider, { ...opening, side: 'validated' }, accepted)];
  });
}

/** Rules 5 to 8, for a first report and its corrections. */
function ofChain(contract: Contract, commitment: Commitment, chain: readonly Report[]): readonly Entry[] {
  const reported = inForce(chain);
  const accepted = lastValidated(chain);
  return [
    ...(reported ? reportEntries(contract, commitment, reported) : []),
    ...(accepted ? validationEntries(contract, commitment, accepted) : []),
    ...(reported && accepted && isUndecided(reported) ? pendingEntries(contract, commitment, reported, accepted) : []),
  ];
}

function reportEntries(contract: Contract, commitment: Commitment, report: Report): readonly Entry[] {
  const amounts = { reported: reportedAmount(commitment, report), evidenced: evidencedAmount(commitment, report) };
  return split(contract, commitment, report.provider, { ...report, side: 'reported' }, amounts);
}

function validationEntries(contract: Contract, commitment: Commitment, report: Report): readonly Entry[] {
  if (report.decision?.kind !== 'validated') return [];
  const quantity = report.decision.accepted === null ? 0n : counted(commitment, millionths(report.decision.accepted), report);
  const amounts = validated(commitment, quantity, over(report.decision.factors, commitment.terms.factors));
  return split(contract, commitment, report.provider, { ...report, side: 'validated' }, amounts);
}

/** Rule 7: the correction less the report last validated, each split first, in the correction's period. */
function pendingEntries(contract: Contract, commitment: Commitment, correction: Report, accepted: Report): readonly Entry[] {
  const place = { side: 'pending' as const, from: correction.from, to: correction.to, position: correction.position };
  const now = reportedAmount(commitment, correction);
  const before = reportedAmount(commitment, accepted);
  return [
    ...split(contract, commitment, correction.provider, place, { underCorrection: now }),
    ...split(contract, commitment, accepted.provider, place, { underCorrection: before }).map((entry) => ({
      ...entry,
      amounts: { underCorrection: negated(entry.amounts.underCorrection!) },
    })),
  ];
}

function reportedAmount(commitment: Commitment, report: Report): Amount {
  return valued(commitment, counted(commitment, report.typed ?? 0n, report));
}

function evidencedAmount(commitment: Commitment, report: Report): Amount {
  const asked = commitment.terms.evidenceRequired;
  const reported = counted(commitment, report.typed ?? 0n, report);
  if (asked.length === 0) return valued(commitment, reported);
  const held = new Set(report.evidence.values());
  if (asked.some((kind) => !held.has(kind))) return valued(commitment, 0n);
  if (report.supports === null) return valued(commitment, reported);
  const supported = counted(commitment, millionths(report.supports), report);
  return valued(commitment, magnitude(supported) < magnitude(reported) ? supported : reported);
}

/** Rule 6. Factors are the review's over the commitment's; here they go over the measure's. */
function validated(commitment: Commitment, quantity: bigint, given: Factors): Amounts {
  const accepted = valued(commitment, quantity);
  const { unitValue, factors: own } = commitment.terms.measure;
  const factors = over(given, own);
  const four = [factors.deadweight, factors.displacement, factors.leakage, factors.causedByOthers];
  if (four.some((factor) => factor === null)) return { validated: accepted, notAssessed: accepted };
  if (unitValue === null) return { validated: accepted };
  const left = four.map((factor) => lessPercent(factor!));
  return { validated: accepted, additional: { quantity: 0n, pence: halfEven(times(inPence(quantity, unitValue), ...left)) } };
}

/** Factor by factor; a blank keeps the lower level's. */
function over(higher: Factors, lower: Factors): Factors {
  return {
    deadweight: higher.deadweight ?? lower.deadweight,
    displacement: higher.displacement ?? lower.displacement,
    leakage: higher.leakage ?? lower.leakage,
    causedByOthers: higher.causedByOthers ?? lower.causedByOthers,
  };
}

/** Rule 1: posts held become full-time years; every other quantity is what people typed. */
function counted(commitment: Commitment, typed: bigint, { from, to }: Span): bigint {
  if (commitment.terms.measure.kind !== 'FTE') return typed;
  return halfEven({ over: typed * BigInt(daysHeld(from, to)), under: BigInt(daysOfYear(financialYear(to))) });
}

/** Rule 2: valued once, rounded half even. */
function valued(commitment: Commitment, quantity: bigint): Amount {
  const { unitValue } = commitment.terms.measure;
  return { quantity, pence: unitValue === null ? 0n : halfEven(inPence(quantity, unitValue)) };
}

function inPence(quantity: bigint, unitValue: string) {
  return times({ over: quantity, under: MILLION }, fraction(unitValue), whole(100));
}

function negated({ quantity, pence }: Amount): Amount {
  return { quantity: -quantity, pence: -pence };
}

/** Rule 4: to the member named, else to the commitment's, else to all by their shares; pence and quantities apart. */
function split(
  contract: Contract,
  commitment: Commitment,
  named: string | null,
  { side, from, to, position }: Span & Pick<Entry, 'side' | 'position'>,
  amounts: Amounts,
): readonly Entry[] {
  const provider = named ?? commitment.terms.provider;
  if (provider !== null) return [{ side, provider, from, to, position, amounts }];
  const members = contract.members.length > 0 ? contract.members : [{ provider: contract.terms.lead, share: '100' }];
  return members.map((member) => {
    const parts: Amounts = {};
    for (const [figure, { quantity, pence }] of Object.entries(amounts) as [Figure, Amount][]) {
      const part = (amount: bigint) => share(amount, members).find((given) => given.provider === member.provider)!.amount;
      parts[figure] = { quantity: part(quantity), pence: part(pence) };
    }
    return { side, provider: member.provider, from, to, position, amounts: parts };
  });
}
