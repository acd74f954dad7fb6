import pg from 'pg';

import { StartFailure } from './start-failure.js';
import { valueTypes } from './value-types.js';

/** An SQL statement; with a name it is prepared once on each connection. A name must always stand for one text. */
export type Statement = string | { readonly name: string; readonly text: string };

/** A transaction. Rows come with the types of `value-types.ts`. */
export interface Transaction {
  query<Row extends object>(statement: Statement, values?: readonly unknown[]): Promise<Row[]>;
  /** The connection itself, for COPY. It belongs to the transaction: do not release it or end it. */
  readonly client: pg.ClientBase;
}

/** What those need who only read. */
export type Reads = Pick<Database, 'read'>;

/** The roles that the application may take for one transaction; see migrations/0001-roles.sql. */
export type TakenRole = 'svl_import' | 'svl_projector' | 'svl_relay';

export interface DatabaseOptions {
  /** Connections at most; 10 unless told. */
  readonly connections?: number;
  /** As the server's list of connections shows it. */
  readonly name?: string;
  /**
   * How long a transaction of the projector may do nothing, in milliseconds, before the server ends it: others wait for
   * what it has locked, and its process may have come to a stand. 15 seconds unless told.
   */
  readonly idleProjectorMs?: number;
}

/** A connection of its own, for what lasts as long as a connection. Statements wait for one another. */
export interface Session {
  query<Row extends object>(statement: Statement, values?: readonly unknown[]): Promise<Row[]>;
  end(): Promise<void>;
}

/** The application's way to PostgreSQL, as a role that owns nothing: every transaction says what it may see. */
export class Database {
  private readonly sessions = new Set<Session>();

  private constructor(
    /** For what wants a pool of `pg`. Its connections may see no authority. */
    readonly pool: pg.Pool,
    /** How long a transaction of the projector may do nothing. */
    readonly idleProjectorMs: number,
  ) {}

  /** @throws {StartFailure} it cannot be reached */
  static async open(url: string, options: DatabaseOptions = {}): Promise<Database> {
    const pool = new pg.Pool({
      connectionString: url,
      max: options.connections ?? 10,
      application_name: options.name ?? 'social value ledger',
      types: valueTypes,
    });
    // A connection lost while idle is replaced by the pool when it is next needed.
    pool.on('error', () => undefined);
    // as early as this: a connection may be cut before whoever asked for it has it
    pool.on('acquire', (client) => {
      if (!client.listeners('error').includes(toldByItsStatement)) client.on('error', toldByItsStatement);
    });
    try {
      (await pool.connect()).release();
    } catch (error) {
      await pool.end();
      throw new StartFailure(`The database at ${withoutPassword(url)} cannot be reached: ${reason(error)}.`);
    }
    return new Database(pool, options.idleProjectorMs ?? 15_000);
  }

  /** Reads what these authorities hold, and nothing else, all as of one moment. */
  read<Result>(authorities: readonly string[], work: (tx: Transaction) => Promise<Result>): Promise<Result> {
    return this.transaction(`begin isolation level repeatable read, read only; ${seeing(authorities)}`, work);
  }

  /** Writes the application's own rows of these authorities. The ledger is written by its append function alone. */
  write<Result>(authorities: readonly string[], work: (tx: Transaction) => Promise<Result>): Promise<Result> {
    return this.transaction(`begin; ${seeing(authorities)}`, work);
  }

  /** Works as another role for one transaction. */
  as<Result>(role: TakenRole, work: (tx: Transaction) => Promise<Result>): Promise<Result> {
    const limit = role === 'svl_projector' ? `; set local idle_in_transaction_session_timeout = ${this.idleProjectorMs}` : '';
    return this.transaction(`begin; set local role ${role}${limit}`, work);
  }

  /**
   * A connection beside the pool. `lost` is called when it breaks, not when it is ended. It ends with the database at
   * the latest.
   */
  async session(lost: () => void): Promise<Session> {
    if (this.pool.ending) throw new Error('Cannot use a pool after calling end on the pool');
    const client = new pg.Client(this.pool.options);
    let ended = false;
    let last: Promise<unknown> = Promise.resolve();
    const session: Session = {
      query: <Row extends object>(statement: Statement, values: readonly unknown[] = []) => {
        const result = last.then(() => run<Row>(client, statement, values));
        last = result.catch(toldByItsStatement);
        return result;
      },
      end: async () => {
        ended = true;
        this.sessions.delete(session);
        await client.end();
      },
    };
    client.on('error', toldByItsStatement);
    client.on('end', () => {
      if (!ended && this.sessions.delete(session)) lost();
    });
    await client.connect();
    this.sessions.add(session);
    return session;
  }

  /** One statement outside any tenancy: calls of functions that keep their own, as `ledger.append`. */
  async query<Row extends object>(statement: Statement, values: readonly unknown[] = []): Promise<Row[]> {
    return run<Row>(this.pool, statement, values);
  }

  async close(): Promise<void> {
    await Promise.all([...this.sessions].map((session) => session.end()));
    await this.pool.end();
  }

  private async transaction<Result>(begin: string, work: (tx: Transaction) => Promise<Result>): Promise<Result> {
    const client = await this.pool.connect();
    try {
      await client.query(begin);
      const result = await work({ client, query: (statement, values = []) => run(client, statement, values) });
      await client.query('commit');
      client.release();
      return result;
    } catch (error) {
      // A connection that cannot roll back is of no use to the next.
      await client.query('rollback').then(
        () => client.release(),
        (broken: Error) => client.release(broken),
      );
      throw error;
    }
  }
}

/** A connection that is cut fails its statement; told as an event that nobody hears, it would end the process. */
const toldByItsStatement = (): void => undefined;

async function run<Row extends object>(
  on: pg.Pool | pg.ClientBase,
  statement: Statement,
  values: readonly unknown[],
): Promise<Row[]> {
  const config = typeof statement === 'string' ? { text: statement } : statement;
  const result = await on.query<Row & pg.QueryResultRow>({ ...config, values: [...values] });
  return result.rows;
}

/** The setting that row-level security compares each row's authority with. */
function seeing(authorities: readonly string[]): string {
  const array = `{${authorities.map((code) => `"${code.replaceAll(/["\\]/g, '\\$&')}"`).join(',')}}`;
  return `select set_config('svl.authorities', ${pg.escapeLiteral(array)}, true)`;
}

/** An address as it may be shown. */
export function withoutPassword(url: string): string {
  try {
    const shown = new URL(url);
    if (shown.password !== '') shown.password = '***';
    return shown.href;
  } catch {
    return '(not an address)';
  }
}

/** An error's message; a refused connection to several addresses has none of its own. */
function reason(error: unknown): string {
  if (error instanceof AggregateError) return error.errors.map((one: Error) => one.message).join(', ');
  return (error as Error).message;
}
