import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import type { BankHolidayTables } from '#domain/authority/bank-holidays/bank-holidays.js';
import { CALENDAR_STREAM, calendarEvolution } from '#domain/authority/calendar.js';
import { fold } from '#domain/kernel/decider.js';
import { headOrRefuse } from '#engine/ledger/head-or-refuse.js';
import type { Ledger } from '#engine/ledger/ledger.js';
import { LEDGER } from '#engine/ledger/ledger.token.js';

/** The bank holidays that an authority counts with, of all three jurisdictions, as recorded up to a position. */
export class BankHolidaysQuery extends Query<BankHolidayTables> {
  constructor(
    readonly authority: string,
    /** Null: all that is recorded. */
    readonly upTo: number | null,
  ) {
    super();
  }
}

@QueryHandler(BankHolidaysQuery)
export class BankHolidaysHandler implements IQueryHandler<BankHolidaysQuery> {
  constructor(@Inject(LEDGER) private readonly ledger: Ledger) {}

  async execute({ authority, upTo }: BankHolidaysQuery): Promise<BankHolidayTables> {
    await headOrRefuse(this.ledger, authority);
    return fold(calendarEvolution, await this.ledger.readStream(authority, CALENDAR_STREAM, 0, upTo ?? undefined)).bankHolidays;
  }
}
