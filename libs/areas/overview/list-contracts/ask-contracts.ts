import { Injectable } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { type AskedContracts, ListContractsQuery } from '#areas/registers/index.js';
import { AskKeptQuery, AskTotalsQuery } from '#areas/totals/index.js';
import type { ContractsWithFigures } from './contracts-table.js';

/** Of more contracts than this it is quicker to ask for all figures. */
const MOST_NAMED = 500;

/** No contract has a blank reference: with it, no contract found means no figures, and not all. */
const NO_CONTRACT = 'contract=';

/** Contracts from the register, with their figures to date from the totals. */
@Injectable()
export class AskContracts {
  constructor(private readonly queries: QueryBus) {}

  /** Up to `limit` contracts after a reference. */
  async ask(code: string, asked: AskedContracts, after: string | undefined, limit: number): Promise<ContractsWithFigures> {
    const contracts = await this.queries.execute(new ListContractsQuery(code, asked, after, limit));
    const where = contracts.length > MOST_NAMED ? [] : [...contracts.map(({ reference }) => `contract=${reference}`), NO_CONTRACT];
    const totals = await this.queries.execute(new AskTotalsQuery(code, { by: ['contract'], where, yearBasis: 'delivered' }));
    const kept = await this.queries.execute(
      new AskKeptQuery(code, { by: ['contract'], where, deliveredTo: totals.dueOn, knownAt: String(totals.position) }),
    );
    return { contracts, totals, kept };
  }
}
