import { sharesOf } from '#domain/contract/contract.js';
import type { Commitment, ContractState } from '#domain/contract/state.js';
import { combiningOf } from '#domain/measures/measure.js';
import { dimensionId } from './dimension-id.js';
import { type AuthorityFacts, providerType, providerVersion } from './shared.js';
import type { DimensionsOf } from './entries.js';

/** The versions of a commitment's dimensions: of the commitment's or the contract's terms, and of its members. */
export function dimensionsOf(state: ContractState, commitment: Commitment | undefined, facts: AuthorityFacts): DimensionsOf {
  return {
    termsVersion: Math.max(state.termsSince, commitment?.termsSince ?? 0),
    providerVersion: (member) => providerVersion(facts, member),
  };
}

/** Every provider that holds, or may come to hold, amounts of a commitment. */
export function membersOf(state: ContractState, commitment: Commitment): ReadonlySet<string> {
  const members = new Set(sharesOf(state).map(({ provider }) => provider));
  if (commitment.terms.provider !== null) members.add(commitment.terms.provider);
  for (const { provider } of commitment.reports.values()) if (provider !== null) members.add(provider);
  for (const { provider } of Object.values(commitment.openingBalances)) if (provider !== null) members.add(provider);
  return members;
}

/** The dimensions of a commitment's amounts with one member, as they now stand. */
export function dimensionRow(state: ContractState, commitment: Commitment, member: string, facts: AuthorityFacts) {
  const { terms } = commitment;
  const { measure } = terms;
  const versions = dimensionsOf(state, commitment, facts);
  const [termsVersion, itsVersion] = [versions.termsVersion, versions.providerVersion(member)];
  return {
    id: dimensionId(commitment.reference, member, termsVersion, itsVersion),
    commitment: commitment.reference,
    provider: member,
    terms_version: termsVersion,
    provider_version: itsVersion,
    contract: state.terms!.reference,
    directorate: state.terms!.directorate,
    contract_basis: terms.basis,
    theme: measure.theme,
    outcome: measure.outcome,
    measure: measure.measure,
    unit: measure.unit,
    combine: combiningOf(measure),
    money: measure.money,
    valued: measure.unitValue !== null,
    provider_type: providerType(facts, member),
    place: terms.place,
    beneficiary_agency: terms.beneficiaryAgency,
    beneficiary_group: terms.beneficiaryGroup,
    priority: terms.priority,
    tags: JSON.stringify([...new Set([...measure.tags, ...terms.tags])]),
  };
}
