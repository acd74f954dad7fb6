import { sharesOf } from '#domain/contract/contract.js';
import type { RecordedEvent } from '#domain/kernel/event.js';
import type { RegisterState } from './register-state.js';
import { searchable } from './searchable.js';

/** The row of a contract after an event of its own; undefined before it is registered. */
export function contractRow({ contract: state, undecided }: RegisterState, event: RecordedEvent) {
  if (!state.terms) return undefined;
  const { reference, title, directorate, lead, manager, startsOn, endsOn, valuePence } = state.terms;
  return {
    contract: reference,
    title,
    searched: `${searchable(reference)}\n${searchable(title)}`,
    directorate,
    lead,
    members: JSON.stringify(sharesOf(state).map(({ provider }) => provider)),
    manager,
    starts_on: startsOn,
    ends_on: endsOn,
    value_pence: valuePence,
    status: state.status,
    commitments: Object.values(state.commitments).filter(({ withdrawn }) => !withdrawn).length,
    undecided,
    last_recorded_at: event.recordedAt,
  };
}
