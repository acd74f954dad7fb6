import type { MemoryStore } from '#engine/projections/memory-store.js';
import type { TableRow } from '#engine/projections/projection.js';
import { type ObligationState, obligationState } from '../ask/obligation-state.js';
import type { How, ObligationRow } from '../fold/obligation-row.js';
import type { obligationEntry } from '../fold/tables.js';
import type { ObligationKind } from '../kinds.js';
import type { ObligationsQuestion, ObligationsStore, ObligationsView, ReachPosition, StoredObligation, WantedObligations } from './obligations-store.js';

type EntryRow = TableRow<typeof obligationEntry>;

/** Later than every day. */
const NO_DAY = '9999-12-31';

/** Reads the obligations of the in-memory twin, the plain way: every question goes through all rows. */
export class MemoryObligationsStore implements ObligationsStore {
  constructor(
    private readonly store: MemoryStore,
    private readonly reach: ReachPosition = () => Promise.resolve(),
  ) {}

  async read<Result>(authority: string, work: (view: ObligationsView) => Promise<Result>, atLeast = 0): Promise<Result> {
    if (atLeast > 0) await this.reach(authority, atLeast);
    const { position } = await this.store.standing(authority);
    return work(new MemoryObligationsView(this.store, authority, position));
  }
}

class MemoryObligationsView implements ObligationsView {
  constructor(
    private readonly store: MemoryStore,
    private readonly authority: string,
    readonly position: number,
  ) {}

  obligations({ after, limit, ...wanted }: ObligationsQuestion): Promise<readonly StoredObligation[]> {
    const found = this.wanted(wanted).sort(byDay);
    const rest = after === null ? found : found.filter((one) => byDay(one, after) > 0);
    return Promise.resolve(rest.slice(0, limit));
  }

  countByState(wanted: WantedObligations): Promise<ReadonlyMap<ObligationState, number>> {
    const counts = new Map<ObligationState, number>();
    for (const { state } of this.wanted(wanted)) counts.set(state, (counts.get(state) ?? 0) + 1);
    return Promise.resolve(counts);
  }

  private wanted({ position, on, provider, contract, kinds, states, dueBy, dueAfter }: WantedObligations): StoredObligation[] {
    const rows = position === null ? this.rows<ObligationRow>('obligation') : this.knownAt(position);
    return rows
      .map((row) => storedOf(row, on))
      .filter(
        (one) =>
          (provider === null || one.provider === provider) &&
          (contract === null || one.contract === contract) &&
          (kinds === null || kinds.includes(one.kind)) &&
          (states === null || states.includes(one.state)) &&
          (dueBy === null || (one.dueOn !== null && one.dueOn <= dueBy)) &&
          (dueAfter === null || (one.dueOn !== null && one.dueOn > dueAfter)),
      );
  }

  /** Of each obligation the latest row up to an entry. */
  private knownAt(position: number): readonly ObligationRow[] {
    const latest = new Map<string, EntryRow>();
    for (const row of this.rows<EntryRow>('obligation_entry')) {
      const other = latest.get(row.obligation);
      if (Number(row.position) <= position && (!other || Number(other.position) < Number(row.position))) latest.set(row.obligation, row);
    }
    return [...latest.values()].filter(({ gone }) => !gone);
  }

  private rows<Row>(table: string): Row[] {
    return [...this.store.rows(table, this.authority)] as unknown as Row[];
  }
}

function storedOf(row: ObligationRow, on: string): StoredObligation {
  const judged = {
    kind: row.kind as ObligationKind,
    ...{ from: row.period_from, to: row.period_to, dueOn: row.due_on, closedOn: row.closed_on },
    ...{ missed: row.missed, setAside: row.set_aside, beforeRecord: row.before_record },
  };
  const unanswered = row.extension === 'asked';
  return {
    ...{ obligation: row.obligation, contract: row.contract, contractTitle: row.contract_title, provider: row.provider, about: row.about },
    ...judged,
    how: JSON.parse(row.how) as How,
    extension: row.extension as StoredObligation['extension'],
    state: obligationState({ ...judged, unanswered }, on),
  };
}

type Placed = Pick<StoredObligation, 'dueOn' | 'obligation'>;

/** Keys are ASCII, so that JavaScript orders them as the database does. */
function byDay(one: Placed, other: Placed): number {
  const [a, b] = [one.dueOn ?? NO_DAY, other.dueOn ?? NO_DAY];
  if (a !== b) return a < b ? -1 : 1;
  return one.obligation < other.obligation ? -1 : Number(one.obligation > other.obligation);
}
