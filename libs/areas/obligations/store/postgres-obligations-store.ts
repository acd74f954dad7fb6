import { readFileSync } from 'node:fs';
import type { Reads, Transaction } from '#engine/database/database.js';
import { projectionSchema } from '#engine/projections/projection.js';
import { CLOSED_STATES, type ObligationState } from '../ask/obligation-state.js';
import { obligationsProjection } from '../fold/obligations.projection.js';
import type { ObligationsQuestion, ObligationsStore, ObligationsView, ReachPosition, StoredObligation, WantedObligations } from './obligations-store.js';

const SCHEMA = projectionSchema(obligationsProjection.name, obligationsProjection.version);
const sql = (name: string) => readFileSync(new URL(`./${name}.sql`, import.meta.url), 'utf8').replaceAll('obligations.', `${SCHEMA}.`);

const POSITION = sql('position');
const SOURCES = { present: sql('present'), unmet: sql('unmet'), 'known at': sql('known-at') };
const statements = (end: string) => ({ present: statement('present', end), unmet: statement('unmet', end), 'known at': statement('known at', end) });
const statement = (source: keyof typeof SOURCES, end: string) => `with held as (\n${SOURCES[source]}),\n${sql('judged')}${sql(end)}`;
const LIST = statements('list');
const COUNT = statements('count');

/** Reads the obligations that the fold wrote to PostgreSQL, each answer within one snapshot. */
export class PostgresObligationsStore implements ObligationsStore {
  constructor(
    private readonly database: Reads,
    private readonly reach: ReachPosition,
  ) {}

  async read<Result>(authority: string, work: (view: ObligationsView) => Promise<Result>, atLeast = 0): Promise<Result> {
    if (atLeast > 0) await this.reach(authority, atLeast);
    return this.database.read([authority], async (tx) => {
      const [reached] = await tx.query<{ position: number }>(POSITION, [authority]);
      return work(new PostgresObligationsView(tx, authority, reached!.position));
    });
  }
}

class PostgresObligationsView implements ObligationsView {
  constructor(
    private readonly tx: Transaction,
    private readonly authority: string,
    readonly position: number,
  ) {}

  obligations(question: ObligationsQuestion): Promise<readonly StoredObligation[]> {
    const { after, limit } = question;
    const values = [...this.wanted(question), after && (after.dueOn ?? 'infinity'), after && after.obligation, limit];
    return this.tx.query<StoredObligation>(LIST[sourceOf(question)], values);
  }

  async countByState(wanted: WantedObligations): Promise<ReadonlyMap<ObligationState, number>> {
    const rows = await this.tx.query<{ state: ObligationState; obligations: number }>(COUNT[sourceOf(wanted)], this.wanted(wanted));
    return new Map(rows.map(({ state, obligations }) => [state, obligations]));
  }

  private wanted({ position, on, contract, kinds, provider, states, dueBy, dueAfter }: WantedObligations): unknown[] {
    return [this.authority, position, on, contract, kinds, provider, states, dueBy, dueAfter];
  }
}

/** What is met is most of what there is: where none of it is asked for, an index leaves it out; but on an earlier day it was not met yet. */
function sourceOf({ position, states, past }: WantedObligations): keyof typeof SOURCES {
  if (position !== null) return 'known at';
  return !past && states !== null && !states.some((state) => CLOSED_STATES.includes(state)) ? 'unmet' : 'present';
}
