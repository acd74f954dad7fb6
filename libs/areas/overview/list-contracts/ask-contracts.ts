import { Injectable } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { type AskedContracts, ListContractsQuery } from '#areas/registers/index.js';
import { AskKeptQuery, AskTotalsQuery } from '#areas/totals/index.js';
import type { ContractsWithFigures } from './contracts-table.js';

/** Contracts from the register, with their figures to date from the totals. */
@Injectable()
export class AskContracts {
  constructor(private readonly queries: QueryBus) {}

  /** Up to `limit` contracts after a reference; all where no limit is named. */
  async ask(code: string, asked: AskedContracts, after: string | undefined, limit: number): Promise<ContractsWithFigures> {
    const contracts = await this.queries.execute(new ListContractsQuery(code, asked, after, limit));
    const where = contracts.map(({ reference }) => `contract=${reference}`);
    const totals = await this.queries.execute(new AskTotalsQuery(code, { by: ['contract'], where, yearBasis: 'delivered' }));
    const kept = await this.queries.execute(
      new AskKeptQuery(code, { by: ['contract'], where, deliveredTo: totals.dueOn, knownAt: String(totals.position) }),
    );
    return { contracts, totals, kept };
  }
}
