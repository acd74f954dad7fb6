export { CalendarModule, CalendarRoutes } from './calendar.module.js';
export { closeYear, type CloseYear, decideCloseYear } from './close-year/close-year.decision.js';
export { CloseYearCommand } from './close-year/close-year.handler.js';
export { type ClosedYear, ClosedYearsQuery } from './closed-years/closed-years.query.js';
