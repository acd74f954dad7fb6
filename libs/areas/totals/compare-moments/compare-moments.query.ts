import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { minus, plus } from '#domain/contract/parts.js';
import type { Clock } from '#domain/kernel/clock.js';
import { refuse } from '#domain/kernel/refusal.js';
import type { Amount } from '#domain/measures/value.js';
import { EventTeller } from '#areas/timeline/index.js';
import { CLOCK } from '#engine/clock/clock.token.js';
import type { Ledger } from '#engine/ledger/ledger.js';
import { LEDGER } from '#engine/ledger/ledger.token.js';
import { addUp, COUNTED } from '../ask/add-up.js';
import { readBy, readFilters } from '../ask/asked.js';
import { type ListedEntry, listEntries } from '../ask/list-entries.js';
import { momentOf } from '#engine/ledger/moment.js';
import { withDefaultBasis, type YearBasis } from '../ask/question.js';
import type { DifferenceAnswer } from '../ask/shapes.js';
import { rowsOf } from '../ask/totals-answer.js';
import { type CountedFigure, type SumRow, TOTALS_STORE, type TotalsStore } from '../store/totals-store.js';

const MOST_EVENTS = 1_000;

export interface AskedDifference {
  readonly from: string;
  readonly to: string;
  readonly by: readonly string[];
  readonly where: readonly string[];
  readonly yearBasis: YearBasis;
  readonly deliveredTo?: string | undefined;
}

/** Two moments of knowing, and the events between them that made the difference. */
export class CompareMomentsQuery extends Query<DifferenceAnswer> {
  constructor(
    readonly authority: string,
    readonly asked: AskedDifference,
  ) {
    super();
  }
}

@QueryHandler(CompareMomentsQuery)
export class CompareMomentsHandler implements IQueryHandler<CompareMomentsQuery> {
  constructor(
    @Inject(TOTALS_STORE) private readonly store: TotalsStore,
    @Inject(LEDGER) private readonly ledger: Ledger,
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly teller: EventTeller,
  ) {}

  async execute({ authority, asked }: CompareMomentsQuery): Promise<DifferenceAnswer> {
    const by = readBy(asked.by);
    const where = withDefaultBasis(by, readFilters(asked.where));
    const from = await momentOf(this.ledger, this.clock, authority, asked.from, 'from');
    const to = await momentOf(this.ledger, this.clock, authority, asked.to, 'to');
    if (from.position > to.position) {
      refuse('from', asked.from, 'must not be later than `to`', 'Exchange the two moments.');
    }
    const { yearBasis } = asked;
    const deliveredTo = asked.deliveredTo ?? null;
    const question = { authority, by, where, yearBasis, deliveredTo };
    const { rows, entries } = await this.store.read(
      authority,
      async (view) => {
        const before = await addUp(view, { ...question, position: from.position, dueOn: deliveredTo ?? from.day });
        const after = await addUp(view, { ...question, position: to.position, dueOn: deliveredTo ?? to.day });
        const entries = await listEntries(
          view,
          { ...question, position: to.position, dueOn: deliveredTo ?? to.day },
          { limit: Number.MAX_SAFE_INTEGER, after: { position: from.position + 1, commitment: '', entry: '0' } },
        );
        const rows = rowsOf(subtract(after, before), by, () => '').map(({ key, pence, quantities }) => ({ key, pence, quantities: [...quantities] }));
        return { rows, entries };
      },
      to.position,
    );
    // not within the reading above: whoever holds a connection and waits for another may wait for ever
    return { authority, from: from.position, to: to.position, by: [...by], rows, ...(await this.events(authority, entries)) };
  }

  private async events(authority: string, entries: readonly ListedEntry[]): Promise<Pick<DifferenceAnswer, 'events' | 'moreEvents'>> {
    const grouped = new Map<string, ListedEntry[]>();
    for (const entry of entries) {
      const key = `${entry.position}\n${entry.commitment}`;
      grouped.set(key, [...(grouped.get(key) ?? []), entry]);
    }
    const groups = [...grouped.values()].filter(changesSomething);
    const shown = groups.slice(0, MOST_EVENTS);
    const recorded = await this.ledger.readPositions(authority, [...new Set(shown.map(([first]) => first!.position))]);
    const told = new Map((await this.teller.tellPlainly(authority, recorded)).map((event) => [event.position, event]));
    const events = shown.map((group) => {
      const { position, commitment, dimensions } = group[0]!;
      const { eventId, event, recordedAt, actor, facts } = told.get(position)!;
      const reason = facts.find(({ field }) => field === 'reason' || field === 'change.reason')?.value ?? null;
      return { position, eventId, event, recordedAt, actor, reason, contract: dimensions.contract, commitment, pence: penceOf(group) };
    });
    return { events, moreEvents: groups.length > shown.length };
  }
}

function changesSomething(group: readonly ListedEntry[]): boolean {
  return COUNTED.some((figure) => {
    const { pence, quantity } = group.filter((entry) => entry.figure === figure).reduce<Amount>((sum, entry) => plus(sum, entry.amount), { pence: 0, quantity: 0n });
    return pence !== 0 || quantity !== 0n;
  });
}

function penceOf(group: readonly ListedEntry[]): DifferenceAnswer['events'][number]['pence'] {
  const valued = group.filter(({ dimensions }) => dimensions.valued);
  const sum = (figure: CountedFigure) =>
    valued.length === 0 ? null : valued.reduce((pence, entry) => pence + (entry.figure === figure ? entry.amount.pence : 0), 0);
  return Object.fromEntries(COUNTED.map((figure) => [figure, sum(figure)])) as DifferenceAnswer['events'][number]['pence'];
}

function subtract(after: readonly SumRow[], before: readonly SumRow[]): readonly SumRow[] {
  const keyOf = ({ key, measure, unit, valued }: SumRow) => JSON.stringify([key, measure, unit, valued]);
  const stood = new Map(before.map((row) => [keyOf(row), row]));
  const rows = new Map(after.map((row) => [keyOf(row), row]));
  for (const [key, row] of stood) if (!rows.has(key)) rows.set(key, { ...row, amounts: {} });
  return [...rows]
    .map(([key, row]) => ({ ...row, amounts: forEach((figure) => minus(row.amounts[figure], stood.get(key)?.amounts[figure])) }))
    .filter(({ amounts }) => Object.values(amounts).some(({ pence, quantity }) => pence !== 0 || quantity !== 0n));
}

function forEach(of: (figure: CountedFigure) => Amount): Record<CountedFigure, Amount> {
  return Object.fromEntries(COUNTED.map((figure) => [figure, of(figure)])) as Record<CountedFigure, Amount>;
}
