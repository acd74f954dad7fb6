import { Module } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { DirectoryModule } from '#areas/directory/index.js';
import { CloseYearApi } from './close-year/close-year.api.js';
import { CloseYearHandler } from './close-year/close-year.handler.js';
import { ClosedYearsApi } from './closed-years/closed-years.api.js';
import { ClosedYearsHandler } from './closed-years/closed-years.query.js';
import { KnownBankHolidaysHandler } from './known-bank-holidays/known-bank-holidays.query.js';
import { ListBankHolidaysApi } from './list-bank-holidays/list-bank-holidays.api.js';
import { BankHolidaysHandler } from './list-bank-holidays/list-bank-holidays.query.js';
import { RecordBankHolidaysApi } from './record-bank-holidays/record-bank-holidays.api.js';
import { RecordBankHolidaysHandler } from './record-bank-holidays/record-bank-holidays.handler.js';

/** The financial years of an authority, and the bank holidays that it counts with. */
@Module({ imports: [CqrsModule], providers: [CloseYearHandler, ClosedYearsHandler, RecordBankHolidaysHandler, BankHolidaysHandler, KnownBankHolidaysHandler] })
export class CalendarModule {}

@Module({
  imports: [CqrsModule, DirectoryModule],
  controllers: [CloseYearApi, ClosedYearsApi, RecordBankHolidaysApi, ListBankHolidaysApi],
})
export class CalendarRoutes {}
