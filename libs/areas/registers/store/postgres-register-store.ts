import { readFileSync } from 'node:fs';
import type { Reads, Transaction } from '#engine/database/database.js';
import { projectionSchema } from '#engine/projections/projection.js';
import { registerProjection } from '../fold/register.projection.js';
import {
  type BreakClausesQuestion,
  type ContractsQuestion,
  type ListedBreakClause,
  type ListedContract,
  MOST_SHARED,
  type ReachPosition,
  type RegisterStore,
  type RegisterView,
  type WaitingReport,
} from './register-store.js';

const SCHEMA = projectionSchema(registerProjection.name, registerProjection.version);
const sql = (name: string) => readFileSync(new URL(`./${name}.sql`, import.meta.url), 'utf8').replaceAll('register.', `${SCHEMA}.`);

const CONTRACTS = sql('contracts');
const WAITING = sql('waiting');
const BREAK_CLAUSES = sql('break-clauses');

/** Reads the register that the fold wrote to PostgreSQL, each answer within one snapshot. */
export class PostgresRegisterStore implements RegisterStore {
  constructor(
    private readonly database: Reads,
    private readonly reach: ReachPosition,
  ) {}

  async read<Result>(authority: string, work: (view: RegisterView) => Promise<Result>, atLeast = 0): Promise<Result> {
    if (atLeast > 0) await this.reach(authority, atLeast);
    return this.database.read([authority], (tx) => work(new PostgresRegisterView(tx, authority)));
  }
}

class PostgresRegisterView implements RegisterView {
  constructor(
    private readonly tx: Transaction,
    private readonly authority: string,
  ) {}

  contracts({ directorate, provider, status, searched, limit, after }: ContractsQuestion): Promise<readonly ListedContract[]> {
    return this.tx.query<ListedContract>(CONTRACTS, [this.authority, directorate, provider, status, searched, limit, after]);
  }

  waiting(after: number, limit: number): Promise<readonly WaitingReport[]> {
    return this.tx.query<WaitingReport>(WAITING, [this.authority, after, limit, MOST_SHARED]);
  }

  breakClauses(after: string | null, limit: number, { contract, condition, upTo }: BreakClausesQuestion): Promise<readonly ListedBreakClause[]> {
    return this.tx.query<ListedBreakClause>(BREAK_CLAUSES, [this.authority, limit, upTo, after, contract, condition]);
  }
}
