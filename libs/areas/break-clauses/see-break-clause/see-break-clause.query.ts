import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { Teller } from '#areas/registers/index.js';
import { refuse } from '#domain/kernel/refusal.js';
import { answerOfClause, tellOfClauses } from '../told/clause-answer.js';
import { type AskedMoment, ClauseReader } from '../told/clause-reader.js';
import type { BreakClauseAnswer } from '../told/clause-shape.js';

/** A break clause, with the version of its contract’s record. */
export type SeenBreakClause = BreakClauseAnswer & { readonly version: number };

/** One break clause with its cases and clocks, as known now or at an earlier moment. */
export class SeeBreakClauseQuery extends Query<SeenBreakClause> {
  constructor(
    readonly authority: string,
    readonly clause: string,
    readonly asked: AskedMoment = {},
  ) {
    super();
  }
}

@QueryHandler(SeeBreakClauseQuery)
export class SeeBreakClauseHandler implements IQueryHandler<SeeBreakClauseQuery> {
  constructor(
    private readonly reader: ClauseReader,
    private readonly teller: Teller,
  ) {}

  async execute({ authority, clause, asked }: SeeBreakClauseQuery): Promise<SeenBreakClause> {
    const judging = await this.reader.judging(authority, asked);
    const found =
      (await this.reader.clause(judging, clause)) ??
      refuse('id', clause, 'must be a break clause that this authority had recorded by then', 'Look the reference up among the break clauses.', 'not found');
    const told = await tellOfClauses(this.teller, authority, [found]);
    return { ...answerOfClause(found, judging, told), version: found.record.state.version };
  }
}
