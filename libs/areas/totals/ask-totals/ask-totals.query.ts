import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import type { Clock } from '#domain/kernel/clock.js';
import { CLOCK } from '#engine/clock/clock.token.js';
import type { Ledger } from '#engine/ledger/ledger.js';
import { LEDGER } from '#engine/ledger/ledger.token.js';
import { addUp } from '../ask/add-up.js';
import { readBy, readFilters } from '../ask/asked.js';
import { coverageOf } from '../ask/coverage-answer.js';
import { momentOf } from '#engine/ledger/moment.js';
import { type TotalsQuestion, withDefaultBasis, type YearBasis } from '../ask/question.js';
import type { TotalsAnswer } from '../ask/shapes.js';
import { writeTotalId } from '../ask/total-id.js';
import { rowsOf } from '../ask/totals-answer.js';
import { type SumRow, TOTALS_STORE, type TotalsStore, type TotalsView } from '../store/totals-store.js';

/** A question about totals, as people ask it. */
export interface AskedTotals {
  readonly by: readonly string[];
  readonly where: readonly string[];
  readonly yearBasis: YearBasis;
  readonly knownAt?: string | undefined;
  readonly deliveredTo?: string | undefined;
  /** The day on which *due* is taken where no `deliveredTo` is named: so that several questions take it on one day. */
  readonly dueOn?: string | undefined;
}

/** The six figures, by any combination of dimensions, now or as known at an earlier moment, with coverage beside them. */
export class AskTotalsQuery extends Query<TotalsAnswer> {
  constructor(
    readonly authority: string,
    readonly asked: AskedTotals,
  ) {
    super();
  }
}

@QueryHandler(AskTotalsQuery)
export class AskTotalsHandler implements IQueryHandler<AskTotalsQuery> {
  constructor(
    @Inject(TOTALS_STORE) private readonly store: TotalsStore,
    @Inject(LEDGER) private readonly ledger: Ledger,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async execute({ authority, asked }: AskTotalsQuery): Promise<TotalsAnswer> {
    const by = readBy(asked.by);
    const where = withDefaultBasis(by, readFilters(asked.where));
    const moment = await momentOf(this.ledger, this.clock, authority, asked.knownAt);
    const atLeast = asked.knownAt === undefined ? 0 : moment.position;
    const deliveredTo = asked.deliveredTo ?? null;
    const found = await this.store.read(
      authority,
      (view) => {
        // now is as far as the totals are folded
        const position = asked.knownAt === undefined ? view.position : moment.position;
        return answer(view, { authority, position, by, where, yearBasis: asked.yearBasis, deliveredTo, dueOn: deliveredTo ?? asked.dueOn ?? moment.day });
      },
      atLeast,
    );
    // not within the reading above: whoever holds a connection and waits for another may wait for ever
    const recordedAt = found.position === moment.position ? moment.recordedAt : await this.ledger.recordedAt(authority, found.position);
    return { ...found, knownAt: asked.knownAt ?? null, recordedAt };
  }
}

async function answer(view: TotalsView, question: TotalsQuestion): Promise<Omit<TotalsAnswer, 'knownAt' | 'recordedAt'>> {
  const { authority, position, by, deliveredTo, dueOn, yearBasis } = question;
  const sums = await addUp(view, question);
  const rows = rowsOf(sums, by, (key) => writeTotalId({ ...question, key }));
  // by tag an amount is in several rows, or under a tag that it is not asked for by
  const whole = by.includes('tag') ? await addUp(view, { ...question, by: [] }) : sums;
  return {
    authority,
    position,
    deliveredTo,
    dueOn,
    yearBasis,
    by: [...by],
    overlapping: by.includes('tag'),
    rows: rows.map((row) => ({ ...row, quantities: [...row.quantities] })),
    coverage: await coverage(view, question, validatedIn(whole)),
  };
}

function validatedIn(sums: readonly SumRow[]): number {
  return sums.reduce((pence, { valued, amounts }) => pence + (valued ? (amounts.validated?.pence ?? 0) : 0), 0);
}

/** Coverage for the years asked about, of the contracts and directorates asked about. */
async function coverage(view: TotalsView, { position, where, deliveredTo, dueOn }: TotalsQuestion, validatedPence: number): Promise<TotalsAnswer['coverage']> {
  const valuesOf = (name: string) => where.filter(({ dimension }) => dimension === name).flatMap(({ values }) => values);
  const [years, contracts, directorates] = ['year', 'contract', 'directorate'].map(valuesOf) as [string[], string[], string[]];
  return coverageOf(await view.coverage({ position, years, contracts, directorates, endedBy: dueOn, deliveredTo }), validatedPence);
}
