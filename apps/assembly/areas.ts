import { AuthoritiesModule, AuthoritiesRoutes } from '#areas/authorities/index.js';
import { CalendarModule, CalendarRoutes } from '#areas/calendar/index.js';
import { TimelineModule, TimelineRoutes } from '#areas/timeline/index.js';
import { TotalsModule, TotalsRoutes } from '#areas/totals/index.js';

/** What people can do: the handlers of every area. */
export const handlers = [AuthoritiesModule, CalendarModule, TimelineModule, TotalsModule];

/** How they reach it over HTTP. */
export const routes = [AuthoritiesRoutes, CalendarRoutes, TimelineRoutes, TotalsRoutes];
