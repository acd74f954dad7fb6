import { addDays, type IsoDate } from '#domain/kernel/date.js';

/** Whether a table that contracts use ends within a year, or already ends before days that are counted with it. */
export function endsSoon({ contracts, daysBeyond, through }: { readonly contracts: number; readonly daysBeyond: number; readonly through: IsoDate }, today: IsoDate): boolean {
  return contracts > 0 && (daysBeyond > 0 || through < addDays(today, 365));
}
