import { addDays, type IsoDate } from '../kernel/date.js';
import { sharesOf } from './shares-of.js';
import type { ContractState, EarlierMembers } from './state.js';

/** Who owed the returns of a contract on a day: its members then, or its lead alone. */
export function membersOn(state: ContractState, day: IsoDate): readonly string[] {
  if (state.terms === null) return [];
  return statedOn(state.membersBefore, nowOf(state), day);
}

/** The day from which the members of now are the members; null: from the start of the contract. */
export function membersSince({ membersBefore }: Pick<ContractState, 'membersBefore'>): IsoDate | null {
  return membersBefore.at(-1)?.before ?? null;
}

/** The members of a contract before a day from which others are: those who are now, and those before them. */
export function membersUntil(state: ContractState, before: IsoDate): readonly EarlierMembers[] {
  if (state.terms === null) return [];
  return heldUntil(state.membersBefore, nowOf(state), before);
}

/** The same where those of now were typed wrong, and so never were: whoever they are said to have followed was, until that day. */
export function membersUntilCorrected(state: ContractState, before: IsoDate): readonly EarlierMembers[] {
  if (state.terms === null) return [];
  const followed = state.membersBefore.at(-1);
  return heldUntil(state.membersBefore.slice(0, -1), followed?.providers ?? [state.terms.lead], before);
}

function heldUntil(earlier: readonly EarlierMembers[], now: readonly string[], before: IsoDate): readonly EarlierMembers[] {
  return [...earlier.filter((one) => one.before < before), { before, providers: statedOn(earlier, now, addDays(before, -1)) }];
}

function statedOn(earlier: readonly EarlierMembers[], now: readonly string[], day: IsoDate): readonly string[] {
  return earlier.find(({ before }) => day < before)?.providers ?? now;
}

function nowOf(state: ContractState): readonly string[] {
  return sharesOf(state).map(({ provider }) => provider);
}
