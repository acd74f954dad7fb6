import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import type { Clock } from '#domain/kernel/clock.js';
import { combiningOf, type MeasureTerms } from '#domain/measures/measure.js';
import { CLOCK } from '#engine/clock/clock.token.js';
import type { Ledger } from '#engine/ledger/ledger.js';
import { LEDGER } from '#engine/ledger/ledger.token.js';
import { addUp } from '../ask/add-up.js';
import { momentOf } from '#engine/ledger/moment.js';
import { rowsOf, type TotalsRow } from '../ask/totals-answer.js';
import { type SumRow, TOTALS_STORE, type TotalsStore } from '../store/totals-store.js';

export type ProgressFigures = Pick<TotalsRow, 'pence' | 'quantities'>;

/** The figures of a contract's commitments to date. */
export interface CommitmentProgress {
  /** The last entry of the ledger that the figures know. */
  readonly position: number;
  /** The day on which *due* is taken. */
  readonly dueOn: string;
  /** By commitment; one of which nothing is counted yet is not there. */
  readonly figures: ReadonlyMap<string, ProgressFigures>;
}

/** How far each commitment of a contract is, of either basis, over its whole life: as far as the totals are folded. */
export class AskCommitmentProgressQuery extends Query<CommitmentProgress> {
  constructor(
    readonly authority: string,
    readonly contract: string,
  ) {
    super();
  }
}

@QueryHandler(AskCommitmentProgressQuery)
export class AskCommitmentProgressHandler implements IQueryHandler<AskCommitmentProgressQuery> {
  constructor(
    @Inject(TOTALS_STORE) private readonly store: TotalsStore,
    @Inject(LEDGER) private readonly ledger: Ledger,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async execute({ authority, contract }: AskCommitmentProgressQuery): Promise<CommitmentProgress> {
    const { day: dueOn } = await momentOf(this.ledger, this.clock, authority, undefined);
    const where = [{ dimension: 'contract' as const, values: [contract] }];
    return this.store.read(authority, async (view) => {
      const { position } = view;
      const sums = await addUp(view, { position, by: ['commitment'], where, yearBasis: 'delivered', deliveredTo: null, dueOn });
      return { position, dueOn, figures: byCommitment(sums) };
    });
  }
}

function byCommitment(sums: readonly SumRow[]): ReadonlyMap<string, ProgressFigures> {
  const own = new Map<string, SumRow[]>();
  for (const sum of sums) own.set(sum.key[0]!, [...(own.get(sum.key[0]!) ?? []), sum]);
  return new Map([...own].map(([commitment, rows]) => [commitment, figuresOf(rows)]));
}

/** The figures of a commitment on whose measure nothing is counted yet. */
export function nothingCounted(terms: MeasureTerms): ProgressFigures {
  if (combiningOf(terms) === 'never') return { pence: rowsOf([nothingOf(terms, false)], [], () => '')[0]!.pence, quantities: [] };
  return figuresOf([nothingOf(terms, terms.unitValue !== null)]);
}

function nothingOf({ measure, unit }: MeasureTerms, valued: boolean): SumRow {
  return { key: [], measure, unit, valued, amounts: {} };
}

function figuresOf(sums: readonly SumRow[]): ProgressFigures {
  const [row] = rowsOf(sums.map((sum) => ({ ...sum, key: [] })), [], () => '');
  return { pence: row!.pence, quantities: row!.quantities };
}
