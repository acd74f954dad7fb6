import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { refuse } from '#domain/kernel/refusal.js';
import { byCodePoint } from '#domain/kernel/split.js';
import type { Ledger } from '#engine/ledger/ledger.js';
import { LEDGER } from '#engine/ledger/ledger.token.js';
import { Engine, type ProjectionStanding } from '#engine/projections/engine.js';

/** Where every projection stands in an authority's ledger, by name. */
export class ProjectionStandingsQuery extends Query<readonly ProjectionStanding[]> {
  constructor(readonly authority: string) {
    super();
  }
}

@QueryHandler(ProjectionStandingsQuery)
export class ProjectionStandingsHandler implements IQueryHandler<ProjectionStandingsQuery> {
  constructor(
    @Inject(LEDGER) private readonly ledger: Ledger,
    private readonly engine: Engine,
  ) {}

  async execute({ authority }: ProjectionStandingsQuery): Promise<readonly ProjectionStanding[]> {
    if (!(await this.ledger.head(authority))) {
      refuse('code', authority, 'must have a ledger', 'Look the code up under /api/authorities.', 'not found');
    }
    const standings = await this.engine.standings([authority]);
    return [...standings].sort((a, b) => byCodePoint(a.projection, b.projection));
  }
}
