import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { eachContract } from '#areas/contracts/index.js';
import { type Jurisdiction, jurisdiction } from '#domain/authority/bank-holidays/jurisdiction.js';
import { CALENDAR_STREAM, calendarEvolution } from '#domain/authority/calendar.js';
import type { Clock } from '#domain/kernel/clock.js';
import { dateIn, type IsoDate } from '#domain/kernel/date.js';
import { fold } from '#domain/kernel/decider.js';
import { CLOCK } from '#engine/clock/clock.token.js';
import { headOrRefuse } from '#engine/ledger/head-or-refuse.js';
import type { Ledger } from '#engine/ledger/ledger.js';
import { LEDGER } from '#engine/ledger/ledger.token.js';
import { daysBeyond } from './days-beyond.js';
import { endsSoon } from './ends-soon.js';

/** For which days the bank holidays of a jurisdiction are known, and who counts on them. */
export interface KnownBankHolidays {
  readonly jurisdiction: Jurisdiction;
  /** The table is complete from this day … */
  readonly from: IsoDate;
  /** … to this one. */
  readonly through: IsoDate;
  readonly holidays: number;
  /** Running contracts that count their working days with it. */
  readonly contracts: number;
  /** Days on which something is due under them that lie beyond the table, and so may move. */
  readonly daysBeyond: number;
  /** The table is used and ends within a year, or days lie beyond it: a later one should be imported. */
  readonly endsSoon: boolean;
}

export class KnownBankHolidaysQuery extends Query<readonly KnownBankHolidays[]> {
  constructor(readonly authority: string) {
    super();
  }
}

@QueryHandler(KnownBankHolidaysQuery)
export class KnownBankHolidaysHandler implements IQueryHandler<KnownBankHolidaysQuery> {
  constructor(
    @Inject(LEDGER) private readonly ledger: Ledger,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async execute({ authority }: KnownBankHolidaysQuery): Promise<readonly KnownBankHolidays[]> {
    const { position } = await headOrRefuse(this.ledger, authority);
    const { bankHolidays } = fold(calendarEvolution, await this.ledger.readStream(authority, CALENDAR_STREAM, 0, position));
    const today = dateIn(this.clock.now());
    const used = new Map<Jurisdiction, { contracts: number; daysBeyond: number }>();
    for await (const { state } of eachContract(this.ledger, authority, position)) {
      if (state.terms === null || state.status !== 'running') continue;
      const before = used.get(state.terms.jurisdiction) ?? { contracts: 0, daysBeyond: 0 };
      used.set(state.terms.jurisdiction, { contracts: before.contracts + 1, daysBeyond: before.daysBeyond + daysBeyond(state, bankHolidays) });
    }
    return jurisdiction.options.map((whose) => {
      const { from, through, names } = bankHolidays[whose];
      const use = used.get(whose) ?? { contracts: 0, daysBeyond: 0 };
      return { jurisdiction: whose, from, through, holidays: Object.keys(names).length, ...use, endsSoon: endsSoon({ through, ...use }, today) };
    });
  }
}
