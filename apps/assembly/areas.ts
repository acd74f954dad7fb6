import { AuthoritiesModule, AuthoritiesRoutes } from '#areas/authorities/index.js';
import { BreakClausesModule, BreakClausesRoutes } from '#areas/break-clauses/index.js';
import { CalendarModule, CalendarRoutes } from '#areas/calendar/index.js';
import { CommitmentsModule, CommitmentsRoutes } from '#areas/commitments/index.js';
import { ContractsModule, ContractsRoutes } from '#areas/contracts/index.js';
import { DeliveryModule, DeliveryRoutes } from '#areas/delivery/index.js';
import { MeasuresModule, MeasuresRoutes } from '#areas/measures/index.js';
import { ObligationsModule, ObligationsRoutes } from '#areas/obligations/index.js';
import { OverviewPages } from '#areas/overview/index.js';
import { ProvidersModule, ProvidersRoutes } from '#areas/providers/index.js';
import { ReturnsModule, ReturnsRoutes } from '#areas/returns/index.js';
import { ReadModelsModule, ReadModelsRoutes } from '#areas/read-models/index.js';
import { RegistersModule, RegistersRoutes } from '#areas/registers/index.js';
import { TimelineModule, TimelineRoutes } from '#areas/timeline/index.js';
import { TotalsModule, TotalsRoutes } from '#areas/totals/index.js';
import { UpkeepRoutes } from '#areas/upkeep/index.js';
import { ImportJobsModule, ImportsRoutes, UploadPages, WorkbookModule } from '#areas/workbook/index.js';

/** What people can do: the handlers of every area. */
export const handlers = [
  AuthoritiesModule,
  BreakClausesModule,
  CalendarModule,
  CommitmentsModule,
  ContractsModule,
  DeliveryModule,
  MeasuresModule,
  ObligationsModule,
  ProvidersModule,
  ReadModelsModule,
  RegistersModule,
  ReturnsModule,
  TimelineModule,
  TotalsModule,
  WorkbookModule,
];

/** How they reach it over HTTP. */
export const routes = [
  AuthoritiesRoutes,
  BreakClausesRoutes,
  CalendarRoutes,
  CommitmentsRoutes,
  ContractsRoutes,
  DeliveryRoutes,
  MeasuresRoutes,
  ObligationsRoutes,
  ProvidersRoutes,
  ReadModelsRoutes,
  RegistersRoutes,
  ReturnsRoutes,
  TimelineRoutes,
  TotalsRoutes,
  ImportsRoutes,
  UpkeepRoutes,
  OverviewPages,
  UploadPages,
];

/** What is done as jobs. */
export const jobModules = [ImportJobsModule];
