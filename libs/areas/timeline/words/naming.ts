import { sharesOf } from '#domain/contract/contract.js';
import type { Commitment, ContractState, DeliveryReport } from '#domain/contract/state.js';
import { held } from '#domain/kernel/lookup.js';
import { quantityText } from '#domain/kernel/quantity.js';
import { counted } from './amounts.js';
import { forPeriod } from './periods.js';
import type { Scene } from './sentence.js';

/** A commitment by what it is about: `Volunteering hours (K1)`; its reference alone where the record knows no more. */
export function commitmentNamed(state: ContractState, reference: string): string {
  const made = held(state.commitments, reference);
  return made ? `${made.terms.measure.name} (${reference})` : `commitment ${reference}`;
}

/** So much of a commitment: `10 hours of Volunteering hours (K1)`. */
export function muchOf(state: ContractState, reference: string, text: string): string {
  const made = held(state.commitments, reference);
  return `${made ? counted(text, made.terms.measure) : text} of ${commitmentNamed(state, reference)}`;
}

/** So much, of a commitment that is named already: `10 hours`. */
export function muchIn(state: ContractState, reference: string, text: string): string {
  const made = held(state.commitments, reference);
  return made ? counted(text, made.terms.measure) : text;
}

/** A delivery report with what it says: `report D1 of 10 hours of Volunteering hours (K1) for April to June 2024`. */
export function reportNamed(state: ContractState, commitment: string, reference: string): string {
  const report = reportIn(state, commitment, reference);
  if (!report) return `report ${reference} on ${commitmentNamed(state, commitment)}`;
  const what = report.quantity === null ? `on ${commitmentNamed(state, commitment)}` : `of ${muchOf(state, commitment, quantityText(report.quantity))}`;
  return `report ${reference} ${what} ${forPeriod(report)}`;
}

export function reportIn(state: ContractState, commitment: string, reference: string): DeliveryReport | undefined {
  return held(state.commitments, commitment)?.reports.get(reference);
}

/** Who delivers: who is named, else the commitment’s member, else the one member there is, else all together. */
export function delivererNamed({ after, provider }: Scene, named: string | null, commitment: Commitment | undefined): string {
  const one = named ?? commitment?.terms.provider ?? soleMember(after);
  return one === null ? 'The members together' : provider(one);
}

function soleMember(state: ContractState): string | null {
  if (state.terms === null) return null;
  const [first, ...others] = sharesOf(state);
  return others.length === 0 ? first!.provider : null;
}
