import { Module } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { DirectoryModule } from '#areas/directory/index.js';
import { CloseYearApi } from './close-year/close-year.api.js';
import { CloseYearHandler } from './close-year/close-year.handler.js';
import { ClosedYearsApi } from './closed-years/closed-years.api.js';
import { ClosedYearsHandler } from './closed-years/closed-years.query.js';

/** The financial years of an authority. */
@Module({ imports: [CqrsModule], providers: [CloseYearHandler, ClosedYearsHandler] })
export class CalendarModule {}

@Module({ imports: [CqrsModule, DirectoryModule], controllers: [CloseYearApi, ClosedYearsApi] })
export class CalendarRoutes {}
