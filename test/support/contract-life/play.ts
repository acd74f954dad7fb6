import { CALENDAR_STREAM } from '#domain/authority/calendar.js';
import { decideRecordBankHolidays, recordBankHolidays } from '#areas/calendar/index.js';
import { addDays } from '#domain/kernel/date.js';
import { isWeekend } from '#domain/kernel/working-days.js';
import { agreed } from './agreements.js';
import { delivered } from './deliveries.js';
import type { ContractLife } from './life.js';
import type { Move } from './moves.js';
import { returned } from './returns.js';

/**
 * Makes a move: what the use case decides is recorded, and nothing where it refuses.
 * @param name what a new record is called
 * @returns whether it was decided
 */
export function play(life: ContractLife, move: Move, name: string): boolean {
  if (move.do === 'record bank holidays') return life.decide(() => bankHolidays(life, move), CALENDAR_STREAM);
  return life.decide(() => delivered(life, move, name) ?? returned(life, move) ?? agreed(life, move) ?? []);
}

function bankHolidays(life: ContractLife, { inDays, days, holidays }: Extract<Move, { do: 'record bank holidays' }>) {
  const from = addDays(life.today, inDays);
  const through = addDays(from, days);
  const dates = [...new Set(holidays.map((at) => addDays(from, at)))].filter((day) => day <= through && !isWeekend(day));
  const command = { jurisdiction: life.state.terms!.jurisdiction, from, through, holidays: dates.map((date) => ({ date, name: 'A day off' })) };
  return decideRecordBankHolidays(life.calendarState, recordBankHolidays.parse(command), life);
}
