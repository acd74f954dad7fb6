import { magnitude, type Quantity } from '../kernel/quantity.js';
import { type UnitValue, unitValueOf } from '../kernel/money.js';
import type { Share } from '../kernel/split.js';
import { countedQuantity } from '../measures/count.js';
import { noFactors, type Factors } from '../measures/measure.js';
import { additionalOf, type Amount, amountOf, replaceFactors } from '../measures/value.js';
import { inForce, lastValidated } from './chain.js';
import { missingEvidence } from './evidence.js';
import { type Amounts, minus, type Part, partsOf } from './parts.js';
import type { Commitment, DeliveryReport, OpeningBalance, Target } from './state.js';

/** The parts of a target; none while the commitment is withdrawn. */
export function targetParts(commitment: Commitment, target: Target, shares: readonly Share[]): readonly Part[] {
  if (commitment.withdrawn) return [];
  const quantity = countedQuantity(commitment.terms.measure.kind, target.quantity, target);
  const amounts = { committed: amountOf(quantity, unitValue(commitment)) };
  const { from, to } = target;
  return partsOf({ line: `target ${from}/${to}`, role: 'committed', from, to, recorded: 0, amounts }, commitment.terms.provider, shares);
}

/** The parts of an opening balance: reported always, validated only where attested, never evidenced (rule 14). */
export function openingBalanceParts(commitment: Commitment, key: string, balance: OpeningBalance, shares: readonly Share[]): readonly Part[] {
  const { from, to, recorded } = balance;
  const quantity = countedQuantity(commitment.terms.measure.kind, balance.quantity, balance);
  const amount = amountOf(quantity, unitValue(commitment));
  const member = balance.provider ?? commitment.terms.provider;
  const line = { line: `opening ${key}`, from, to, recorded };
  const reported = partsOf({ ...line, role: 'reported', amounts: { reported: amount, broughtForward: amount } }, member, shares);
  if (!balance.attested) return reported;
  const validated = { validated: amount, ...additionality(commitment, quantity, amount, noFactors) };
  return [...reported, ...partsOf({ ...line, role: 'validated', amounts: validated }, member, shares)];
}

/**
 * The parts of a delivery report with its corrections (rule 7): *reported* and *evidenced* of the one in force;
 * *validated* and *additional* of the last that is validated; between the two, while the first waits for a decision,
 * what is *under correction*.
 */
export function chainParts(commitment: Commitment, root: string, shares: readonly Share[]): readonly Part[] {
  const current = inForce(commitment, root);
  if (!current || current.quantity === null) return [];
  const validated = lastValidated(commitment, root);
  const parts: Part[] = [...reportedParts(commitment, root, current, shares)];
  if (validated) parts.push(...validatedParts(commitment, root, validated, shares));
  if (validated && validated !== current) parts.push(...underCorrection(commitment, root, current, validated, shares));
  return parts;
}

function reportedParts(commitment: Commitment, root: string, report: DeliveryReport, shares: readonly Share[]): readonly Part[] {
  const reported = reportedAmount(commitment, report);
  const amounts = { reported, evidenced: evidencedAmount(commitment, report, reported) };
  return splitReport(commitment, root, report, 'reported', amounts, shares);
}

function validatedParts(commitment: Commitment, root: string, report: DeliveryReport, shares: readonly Share[]): readonly Part[] {
  if (report.decision?.kind !== 'validated') return [];
  const quantity = countedQuantity(commitment.terms.measure.kind, report.decision.accepted, report);
  const validated = amountOf(quantity, unitValue(commitment));
  const amounts = { validated, ...additionality(commitment, quantity, validated, report.decision.factors) };
  return splitReport(commitment, root, report, 'validated', amounts, shares);
}

/** Each is split over the members first, then subtracted; it belongs to the correction's period. */
function underCorrection(
  commitment: Commitment,
  root: string,
  current: DeliveryReport,
  validated: DeliveryReport,
  shares: readonly Share[],
): readonly Part[] {
  const now = splitReport(commitment, root, current, 'pending', { underCorrection: reportedAmount(commitment, current) }, shares);
  const before = splitReport(commitment, root, validated, 'pending', { underCorrection: reportedAmount(commitment, validated) }, shares);
  const { from, to, recorded } = current;
  const members = new Set([...now, ...before].map(({ member }) => member));
  return [...members].map((member) => {
    const of = (parts: readonly Part[]) => parts.find((part) => part.member === member)?.amounts.underCorrection;
    return { line: `report ${root}`, role: 'pending', member, from, to, recorded, amounts: { underCorrection: minus(of(now), of(before)) } };
  });
}

function splitReport(
  commitment: Commitment,
  root: string,
  report: DeliveryReport,
  role: Part['role'],
  amounts: Amounts,
  shares: readonly Share[],
): readonly Part[] {
  const { from, to, recorded } = report;
  return partsOf({ line: `report ${root}`, role, from, to, recorded, amounts }, report.provider ?? commitment.terms.provider, shares);
}

/** What a report claims, counted and valued; of a report with a quantity. */
export function reportedAmount(commitment: Commitment, report: DeliveryReport): Amount {
  return amountOf(countedQuantity(commitment.terms.measure.kind, report.quantity!, report), unitValue(commitment));
}

/**
 * The part of a report whose evidence is complete: nothing while a kind that the commitment asks for is missing, else
 * the smaller, by magnitude, of what is reported and what the evidence supports; all of it where none is asked.
 */
function evidencedAmount(commitment: Commitment, report: DeliveryReport, reported: Amount): Amount {
  const { evidenceRequired, measure } = commitment.terms;
  if (evidenceRequired.length === 0) return reported;
  if (missingEvidence(commitment, report).length > 0) return amountOf(0n, unitValue(commitment));
  if (report.evidencedQuantity === null) return reported;
  const supported = countedQuantity(measure.kind, report.evidencedQuantity, report);
  return magnitude(supported) < magnitude(reported.quantity) ? amountOf(supported, unitValue(commitment)) : reported;
}

/** What is additional of a validated quantity, or, while a factor is blank, that it is not assessed (rule 6). */
function additionality(commitment: Commitment, quantity: Quantity, validated: Amount, atReview: Factors): Amounts {
  const { measure, factors } = commitment.terms;
  const all = replaceFactors(replaceFactors(measure.factors, factors), atReview);
  const additional = additionalOf(quantity, unitValue(commitment), all);
  return additional ? { additional } : { notAssessed: validated };
}

function unitValue(commitment: Commitment): UnitValue | null {
  const { unitValue } = commitment.terms.measure;
  return unitValue === null ? null : unitValueOf(unitValue);
}

