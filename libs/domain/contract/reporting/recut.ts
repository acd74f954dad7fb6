import type { IsoDate } from '../../kernel/date.js';
import { membersOn } from '../members-on.js';
import { returnKey } from '../return-key.js';
import type { ContractState, Recut } from '../state.js';
import { reportingPeriods } from './reporting-periods.js';

/**
 * The changes of who owes returns for which periods, with one that came on record on a day.
 * @param state how it stood before the change
 * @param onRecordFrom undefined: the change holds for no earlier day
 */
export function recutOn(state: ContractState, onRecordFrom: IsoDate | undefined): readonly Recut[] {
  if (onRecordFrom === undefined) return state.recuts;
  const over = reportingPeriods(state).filter(({ to }) => to < onRecordFrom);
  const owed = over.flatMap(({ from, to, dueWorkingDays }) => membersOn(state, to).map((provider) => [returnKey({ provider, from, to }), dueWorkingDays] as const));
  return [...state.recuts, { onRecordFrom, owed: Object.fromEntries(owed) }];
}
