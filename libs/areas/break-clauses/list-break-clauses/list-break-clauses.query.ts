import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { Teller } from '#areas/registers/index.js';
import { statesOfCases } from '../told/case-answer.js';
import type { CaseAnswer } from '../told/case-shape.js';
import { answerOfClause, tellOfClauses } from '../told/clause-answer.js';
import { type AskedMoment, ClauseReader, type Judging, type ReadClause, type WhichClauses } from '../told/clause-reader.js';
import type { BreakClauseAnswer } from '../told/clause-shape.js';

/** Which break clauses are asked for, as people ask. What is left out does not matter. */
export interface AskedBreakClauses extends AskedMoment, WhichClauses {
  /** With a case that stands so. */
  readonly state?: CaseAnswer['state'] | undefined;
  /** With, or without, a case whose time to put it right runs. */
  readonly clocksRunning?: boolean | undefined;
}

/** The break clauses of an authority with their cases and clocks, by reference. */
export class BreakClausesQuery extends Query<readonly BreakClauseAnswer[]> {
  constructor(
    readonly authority: string,
    readonly asked: AskedBreakClauses,
    /** Go on after this reference. */
    readonly after: string | undefined,
    readonly limit: number,
  ) {
    super();
  }
}

@QueryHandler(BreakClausesQuery)
export class BreakClausesHandler implements IQueryHandler<BreakClausesQuery> {
  constructor(
    private readonly reader: ClauseReader,
    private readonly teller: Teller,
  ) {}

  async execute({ authority, asked, after, limit }: BreakClausesQuery): Promise<readonly BreakClauseAnswer[]> {
    const judging = await this.reader.judging(authority, asked);
    const found: ReadClause[] = [];
    for await (const one of this.reader.clauses(judging, asked, after)) {
      if (isAskedFor(one, asked, judging)) found.push(one);
      if (found.length >= limit) break;
    }
    const told = await tellOfClauses(this.teller, authority, found);
    return found.map((one) => answerOfClause(one, judging, told));
  }
}

function isAskedFor({ clause, record }: ReadClause, { state, clocksRunning }: AskedBreakClauses, judging: Judging): boolean {
  if (state === undefined && clocksRunning === undefined) return true;
  const states = statesOfCases(clause, record.state, judging);
  if (state !== undefined && !states.includes(state)) return false;
  return clocksRunning === undefined || states.includes('time running') === clocksRunning;
}
