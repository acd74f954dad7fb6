import { othersInForce } from '#domain/contract/chain.js';
import { sharesOf } from '#domain/contract/contract.js';
import { reportingPeriods } from '#domain/contract/reporting/reporting-periods.js';
import type { Commitment, ContractState } from '#domain/contract/state.js';
import type { IsoDate } from '#domain/kernel/date.js';
import { overlap, type Period } from '#domain/kernel/period.js';

/** A commitment and a period for which its provider has not yet said anything. */
export interface OpenDelivery extends Period {
  readonly commitment: string;
  /** The member who delivers; null: all, by their shares. */
  readonly provider: string | null;
}

/** A member and a period for which it has submitted no return. */
export interface OpenReturn extends Period {
  readonly contract: string;
  /** Null for the lead. */
  readonly provider: string | null;
}

/**
 * What is still to be reported on a contract: for each commitment that stands, the reporting periods that have begun, in
 * which something was promised, for which nothing is reported or brought forward and no return says that this is all.
 */
export function openDeliveries(state: ContractState, today: IsoDate): readonly OpenDelivery[] {
  const periods = begun(state, today);
  return Object.values(state.commitments)
    .filter(({ withdrawn }) => !withdrawn)
    .flatMap((commitment) => openOf(commitment, periods, state));
}

function openOf(commitment: Commitment, periods: readonly Period[], state: ContractState): readonly OpenDelivery[] {
  const { provider } = commitment.terms;
  const targets = Object.values(commitment.targets);
  const told: readonly Period[] = [...othersInForce(commitment, null), ...Object.values(commitment.openingBalances)];
  return periods
    .filter((period) => targets.some((target) => overlap(target, period)))
    .filter((period) => !told.some((one) => overlap(one, period)))
    .filter((period) => !isReturned(state, provider ?? state.terms!.lead, period))
    .map(({ from, to }) => ({ commitment: commitment.reference, provider, from, to }));
}

/** The returns that the members of a contract have not submitted, for periods that have begun. */
export function openReturns(state: ContractState, today: IsoDate): readonly OpenReturn[] {
  const { lead, reference: contract } = state.terms!;
  return begun(state, today).flatMap((period) =>
    sharesOf(state)
      .filter(({ provider }) => !isReturned(state, provider, period))
      .map(({ provider }) => ({ contract, provider: provider === lead ? null : provider, from: period.from, to: period.to })),
  );
}

function begun(state: ContractState, today: IsoDate): readonly Period[] {
  return reportingPeriods(state).filter(({ from }) => from <= today);
}

function isReturned({ returns }: ContractState, provider: string, period: Period): boolean {
  return Object.values(returns).some((filed) => filed.provider === provider && filed.from <= period.from && filed.to >= period.to);
}
