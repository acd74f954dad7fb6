import type { IsProvider } from '#areas/providers/index.js';
import type { ContractTerms } from '#domain/contract/state.js';
import { Faults } from '#domain/kernel/refusal.js';

/** Refuses terms that no contract can have, naming everything at once. */
export function checkTerms({ startsOn, endsOn, lead }: Pick<ContractTerms, 'startsOn' | 'endsOn' | 'lead'>, isProvider: IsProvider): void {
  const faults = new Faults();
  if (endsOn < startsOn) faults.add('endsOn', endsOn, `must not lie before ${startsOn}, the day that the contract starts`, 'Mend one of the two days.');
  if (!isProvider(lead)) faults.add('lead', lead, 'must be a provider of this authority', 'Register the provider first, or mend the reference.');
  faults.refuseIfAny();
}
