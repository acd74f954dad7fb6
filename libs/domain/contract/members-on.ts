import type { IsoDate } from '../kernel/date.js';
import { sharesOf } from './shares-of.js';
import type { ContractState, EarlierMembers } from './state.js';

/** Who owed the returns of a contract on a day: its members then, or its lead alone. */
export function membersOn(state: ContractState, day: IsoDate): readonly string[] {
  if (state.terms === null) return [];
  return state.membersBefore.find(({ before }) => day < before)?.providers ?? sharesOf(state).map(({ provider }) => provider);
}

/** The members of a contract before a day from which others are: those who are now, and those before them. */
export function membersUntil(state: ContractState, before: IsoDate): readonly EarlierMembers[] {
  if (state.terms === null) return [];
  const earlier = state.membersBefore.filter((one) => one.before < before);
  return [...earlier, { before, providers: membersOn(state, before) }];
}
