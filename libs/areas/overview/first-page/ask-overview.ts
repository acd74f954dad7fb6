import { Injectable } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { AskKeptQuery, AskTotalsQuery, type KeptAnswer, type TotalsAnswer } from '#areas/totals/index.js';
import { type FinancialYear, periodOfYear } from '#domain/kernel/financial-year.js';
import type { Asking } from '../asking/asking.js';

/** What the first page rests on: answers that all know the same entries, and take *due* on the same day. */
export interface Overview {
  readonly byYear: TotalsAnswer;
  readonly kept: KeptAnswer;
  /** The year that the rest is about; undefined while there is no figure at all. */
  readonly year: FinancialYear | undefined;
  /** The latest year with figures that had ended by the day on which *due* is taken. */
  readonly completeYear: FinancialYear | undefined;
  readonly byTheme: TotalsAnswer;
  readonly byMoney: TotalsAnswer;
  readonly byMeasure: TotalsAnswer;
  readonly beyondByYear: TotalsAnswer;
}

@Injectable()
export class AskOverview {
  constructor(private readonly queries: QueryBus) {}

  async ask(code: string, asking: Asking, chosenYear?: string): Promise<Overview> {
    const ask = (asked: Pick<AskTotalsQuery['asked'], 'by' | 'where'> & { knownAt?: string | undefined; dueOn?: string }) =>
      this.queries.execute(new AskTotalsQuery(code, { ...asking, ...asked }));
    const byYear = await ask({ by: ['year'], where: [] });
    // “now” is settled by the first answer: entries recorded meanwhile are in none of them
    const settled = { knownAt: String(byYear.position), dueOn: byYear.dueOn };
    const years = byYear.rows.map(({ key }) => key.year ?? '');
    const completeYear = years.findLast((year) => periodOfYear(year).to <= byYear.dueOn);
    const year = chosenYear !== undefined && years.includes(chosenYear) ? chosenYear : (completeYear ?? years[0]);
    const ofYear = year === undefined ? [] : [`year=${year}`];
    const [kept, byTheme, byMoney, byMeasure, beyondByYear] = await Promise.all([
      this.queries.execute(new AskKeptQuery(code, { by: [], where: [], deliveredTo: byYear.dueOn, knownAt: settled.knownAt })),
      ask({ by: ['theme'], where: ofYear, ...settled }),
      ask({ by: ['money'], where: ofYear, ...settled }),
      ask({ by: ['measure'], where: ofYear, ...settled }),
      ask({ by: ['year'], where: ['contract-basis=beyond contract'], ...settled }),
    ]);
    return { byYear, kept, year, completeYear, byTheme, byMoney, byMeasure, beyondByYear };
  }
}
