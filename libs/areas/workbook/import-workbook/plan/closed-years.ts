import { decideCloseYear } from '#areas/calendar/index.js';
import { CALENDAR_STREAM, calendarEvolution, type CalendarState } from '#domain/authority/calendar.js';
import type { ClosedYearRow } from '../../sheets/closed-years.js';
import type { SheetPlan } from './sheet-plan.js';

/** A year that is closed already, with a later one, is passed over: nothing would follow from closing it again. */
export const closedYearsPlan: SheetPlan<ClosedYearRow> = {
  names: {},
  columns: {},
  decide({ row }, { draft, around, warn }) {
    const { year } = row.values;
    const state = draft.state<CalendarState>(CALENDAR_STREAM);
    const at = { stream: CALENDAR_STREAM, evolution: calendarEvolution };
    if (state.closedThrough !== null && year <= state.closedThrough) {
      const rule = `is closed already: ${state.closedThrough} and every earlier year are`;
      warn(row, { field: 'year', value: year, rule, fix: 'Nothing needs to be done.' });
      return { ...at, events: [] };
    }
    return { ...at, events: decideCloseYear(state, { year }, around) };
  },
};
