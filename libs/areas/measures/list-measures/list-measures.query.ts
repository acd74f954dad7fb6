import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { byCodePoint } from '#domain/kernel/split.js';
import type { MeasureTerms } from '#domain/measures/measure.js';
import { headOrRefuse } from '#engine/ledger/head-or-refuse.js';
import type { Ledger } from '#engine/ledger/ledger.js';
import { LEDGER } from '#engine/ledger/ledger.token.js';
import { MeasureCommands } from '../measure-commands.js';

/** The measures of an authority's own set as they stand now, by reference. */
export class ListMeasuresQuery extends Query<readonly MeasureTerms[]> {
  constructor(
    readonly authority: string,
    readonly after: string | undefined,
    readonly limit: number,
  ) {
    super();
  }
}

@QueryHandler(ListMeasuresQuery)
export class ListMeasuresHandler implements IQueryHandler<ListMeasuresQuery> {
  constructor(
    private readonly commands: MeasureCommands,
    @Inject(LEDGER) private readonly ledger: Ledger,
  ) {}

  async execute({ authority, after, limit }: ListMeasuresQuery): Promise<readonly MeasureTerms[]> {
    await headOrRefuse(this.ledger, authority);
    const { measures } = await this.commands.measureSet(authority);
    return Object.values(measures)
      .filter(({ measure }) => after === undefined || byCodePoint(measure, after) > 0)
      .sort((a, b) => byCodePoint(a.measure, b.measure))
      .slice(0, limit);
  }
}
