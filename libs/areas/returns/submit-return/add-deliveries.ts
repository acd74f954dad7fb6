import { type ClaimSurroundings, decideReportDelivery, type ReportDelivery } from '#areas/delivery/index.js';
import { contractEvolution } from '#domain/contract/contract.js';
import type { ContractState } from '#domain/contract/state.js';
import { sharesOf } from '#domain/contract/shares-of.js';
import { fold } from '#domain/kernel/decider.js';
import type { NewEvent } from '#domain/kernel/event.js';
import { held } from '#domain/kernel/lookup.js';
import type { Period } from '#domain/kernel/period.js';
import { type Fault, Refusal } from '#domain/kernel/refusal.js';

/** The period of a return, with the deliveries of it that are not logged yet. */
interface Added extends Period {
  readonly deliveries: readonly ReportDelivery[];
}

/**
 * The delivery reports that a return adds, each decided on the state that the ones before it leave, and all that is wrong
 * with any of them told at once.
 * @param provider whose return it is
 */
export function addDeliveries(state: ContractState, provider: string, { from, to, deliveries }: Added, around: ClaimSurroundings): NewEvent[] {
  const faults: Fault[] = [];
  const events: NewEvent[] = [];
  let current = state;
  for (const [at, delivery] of deliveries.entries()) {
    const where = (field: string) => `deliveries[${at}].${field}`;
    if (delivery.from < from || delivery.to > to) {
      const found = `${delivery.from} to ${delivery.to}`;
      faults.push({ field: where('from'), value: found, rule: `must lie in the period of the return, ${from} to ${to}`, fix: 'Report it with the return of its own period, or mend the days.' });
      continue;
    }
    if (delivery.provider !== null && delivery.provider !== provider) {
      faults.push({ field: where('provider'), value: delivery.provider, rule: `must be ${provider}, whose return it is`, fix: 'Leave it out, or submit the return of the other member.' });
      continue;
    }
    const promised = held(current.commitments, delivery.commitment)?.terms.provider ?? null;
    if (promised !== null && promised !== provider) {
      faults.push({ field: where('commitment'), value: delivery.commitment, rule: `must not be the commitment of ${promised}, and this is the return of ${provider}`, fix: 'Report it with the return of that member.' });
      continue;
    }
    try {
      // what a member's return adds is the member's own, and not everybody's by share
      const decided = decideReportDelivery(current, { ...delivery, provider: promised === null && !isAlone(current, provider) ? provider : delivery.provider }, around);
      current = fold(contractEvolution, decided, current);
      events.push(...decided);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      faults.push(...error.faults.map((fault) => ({ ...fault, field: where(fault.field) })));
    }
  }
  const [first, ...rest] = faults;
  if (first) throw new Refusal([first, ...rest]);
  return events;
}

/** Whether what names nobody is all a member's own: it is the one that there is, and has not been followed by another. */
function isAlone(state: ContractState, provider: string): boolean {
  return state.terms === null || sharesOf(state).every((share) => share.provider === provider);
}
