import { inForce, undecided } from '#domain/contract/chain.js';
import { sharesOf } from '#domain/contract/contract.js';
import type { ContractState } from '#domain/contract/state.js';
import { held } from '#domain/kernel/lookup.js';

/** A contract as coverage sees it, running until it ends or is completed; undefined before it is registered. */
export function coverageOf(state: ContractState) {
  if (!state.terms) return undefined;
  const { terms, schedule, completedOn } = state;
  const endsOn = completedOn !== null && completedOn < terms.endsOn ? completedOn : terms.endsOn;
  return {
    contract: terms.reference,
    directorate: terms.directorate,
    starts_on: terms.startsOn,
    ends_on: endsOn,
    value_pence: terms.valuePence,
    with_commitments: Object.values(state.commitments).some(({ terms, withdrawn }) => terms.basis === 'contract' && !withdrawn),
    members: JSON.stringify(sharesOf(state).map(({ provider }) => provider)),
    reporting: schedule?.frequency ?? null,
  };
}

/** Whether two rows of coverage say the same. */
export function sameCoverage(one: ReturnType<typeof coverageOf>, other: ReturnType<typeof coverageOf>): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/** The end of the period of the report that waits for a decision in a chain; null when none does. */
export function undecidedPeriod(state: ContractState, commitment: string, report: string): string | null {
  const made = held(state.commitments, commitment);
  const reported = made?.reports.get(report);
  if (!made || !reported) return null;
  const current = inForce(made, reported.root);
  return current && undecided(current) ? current.to : null;
}
