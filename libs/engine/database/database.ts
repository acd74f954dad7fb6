import pg from 'pg';

import { isUnanswered } from './lost-connection.js';
import { StartFailure } from './start-failure.js';
import { valueTypes } from './value-types.js';

/**
 * An SQL statement; with a name it is prepared once on each connection. A name must always stand for one text.
 * `query_timeout`: milliseconds after which it fails unanswered, and its connection with it.
 */
export type Statement = string | { readonly name: string; readonly text: string; readonly query_timeout?: number | undefined };

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
  /**
   * How long a connection may be waited for, and how long the server may take to begin a transaction or to give it up, in
   * milliseconds: it has nothing else to do then, and if it says nothing the connection has gone silent. A statement that
   * only reads may take ten times as long. 30 seconds unless told.
   */
  readonly answerWithinMs?: number;
}

/** A line on which nothing was heard for so long is asked after; some ten seconds later it is given up. */
const SILENT_MS = 10_000;
/** The projector waits for a lock no longer: what it does is tried again. */
const PROJECTOR_LOCK_MS = 30_000;
/** A statement that reads may take so many times as long as one that has nothing to do. */
const READING = 10;

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
    private readonly answerWithinMs: number,
  ) {}

  /** @throws {StartFailure} it cannot be reached */
  static async open(url: string, options: DatabaseOptions = {}): Promise<Database> {
    const answerWithinMs = options.answerWithinMs ?? 30_000;
    const pool = new pg.Pool({
      connectionString: url,
      keepAlive: true,
      keepAliveInitialDelayMillis: SILENT_MS,
      connectionTimeoutMillis: answerWithinMs,
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
    return new Database(pool, options.idleProjectorMs ?? 15_000, answerWithinMs);
  }

  /** Reads what these authorities hold, and nothing else, all as of one moment. */
  read<Result>(authorities: readonly string[], work: (tx: Transaction) => Promise<Result>): Promise<Result> {
    return this.transaction(`begin isolation level repeatable read, read only; ${seeing(authorities)}`, work, READING * this.answerWithinMs);
  }

  /** Writes the application's own rows of these authorities. The ledger is written by its append function alone. */
  write<Result>(authorities: readonly string[], work: (tx: Transaction) => Promise<Result>): Promise<Result> {
    return this.transaction(`begin; ${seeing(authorities)}`, work);
  }

  /** Works as another role for one transaction. */
  as<Result>(role: TakenRole, work: (tx: Transaction) => Promise<Result>): Promise<Result> {
    const limits = `; set local idle_in_transaction_session_timeout = ${this.idleProjectorMs}; set local lock_timeout = ${PROJECTOR_LOCK_MS}`;
    return this.transaction(`begin; set local role ${role}${role === 'svl_projector' ? limits : ''}`, work);
  }

  /**
   * A connection beside the pool. `lost` is called when it breaks or leaves a statement unanswered, not when it is ended.
   * It ends with the database at the latest.
   */
  async session(lost: () => void): Promise<Session> {
    if (this.pool.ending) throw new Error('Cannot use a pool after calling end on the pool');
    const client = new pg.Client(this.pool.options);
    let ended = false;
    let last: Promise<unknown> = Promise.resolve();
    const session: Session = {
      query: <Row extends object>(statement: Statement, values: readonly unknown[] = []) => {
        const result = last.then(() => run<Row>(client, statement, values, this.answerWithinMs));
        // what says nothing is cut, so that its loss is told
        last = result.catch((failure: unknown) => (isUnanswered(failure) ? client.end() : undefined));
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
    return run<Row>(this.pool, statement, values, READING * this.answerWithinMs);
  }

  async close(): Promise<void> {
    await Promise.all([...this.sessions].map((session) => session.end()));
    await this.pool.end();
  }

  private async transaction<Result>(begin: string, work: (tx: Transaction) => Promise<Result>, answerWithin?: number): Promise<Result> {
    const client = await this.pool.connect();
    try {
      await run(client, begin, [], this.answerWithinMs);
      const result = await work({ client, query: (statement, values = []) => run(client, statement, values, answerWithin) });
      await client.query('commit');
      client.release();
      return result;
    } catch (error) {
      // A connection that cannot roll back, or on which something is still unanswered, is of no use to the next.
      if (isUnanswered(error)) client.release(error as Error);
      else {
        await run(client, 'rollback', [], this.answerWithinMs).then(
          () => client.release(),
          (broken: Error) => client.release(broken),
        );
      }
      throw error;
    }
  }
}

/** A connection that is cut fails its statement; told as an event that nobody hears, it would end the process. */
const toldByItsStatement = (): void => undefined;

/**
 * Runs a statement on a connection, or on one of the pool.
 * @param answerWithin milliseconds after which it fails unanswered, unless the statement says so itself; its connection is
 *   then of no use any more
 */
export async function run<Row extends object>(
  on: pg.Pool | pg.ClientBase,
  statement: Statement,
  values: readonly unknown[] = [],
  answerWithin?: number,
): Promise<Row[]> {
  const config = typeof statement === 'string' ? { text: statement } : statement;
  const limit = answerWithin === undefined ? {} : { query_timeout: answerWithin };
  const result = await on.query<Row & pg.QueryResultRow>({ ...limit, ...config, values: [...values] });
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
