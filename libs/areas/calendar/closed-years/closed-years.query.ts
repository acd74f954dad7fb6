import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { CALENDAR_STREAM, yearClosed } from '#domain/authority/calendar.js';
import { headOrRefuse } from '#engine/ledger/head-or-refuse.js';
import type { Ledger } from '#engine/ledger/ledger.js';
import { LEDGER } from '#engine/ledger/ledger.token.js';

/** An act of closing: the year that was named, and where the act stands in the ledger. */
export interface ClosedYear {
  readonly year: string;
  readonly closedOn: string;
  readonly recordedAt: string;
  readonly position: number;
}

/** The acts by which years were closed, the earliest first. */
export class ClosedYearsQuery extends Query<readonly ClosedYear[]> {
  constructor(readonly authority: string) {
    super();
  }
}

@QueryHandler(ClosedYearsQuery)
export class ClosedYearsHandler implements IQueryHandler<ClosedYearsQuery> {
  constructor(@Inject(LEDGER) private readonly ledger: Ledger) {}

  async execute({ authority }: ClosedYearsQuery): Promise<readonly ClosedYear[]> {
    await headOrRefuse(this.ledger, authority);
    const entries = await this.ledger.readStream(authority, CALENDAR_STREAM);
    return entries
      .filter(({ type }) => type === yearClosed.type)
      .map(({ payload, businessDate, recordedAt, position }) => ({
        year: (payload as { year: string }).year,
        closedOn: businessDate,
        recordedAt,
        position,
      }));
  }
}
