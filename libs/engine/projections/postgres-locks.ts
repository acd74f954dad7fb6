import type { Database, Session } from '#engine/database/database.js';
import type { Locks, Taken } from './locks.js';
import { giveLock, shareLocks, takeLock } from './statements.js';

/** After a lost connection the shared locks are taken again after so long, and then as often. */
const AGAIN_AFTER_MS = 500;
/** A connection that was lost without a word is found out so often. */
const LOOK_EVERY_MS = 20_000;

/** Advisory locks on a connection of their own: PostgreSQL lets go of them when the connection or its process ends. */
export class PostgresLocks implements Locks {
  readonly #shared = new Set<string>();
  readonly #alone = new Set<string>();
  readonly #asked = new Map<string, Promise<Taken>>();
  #session: Promise<Session> | undefined;
  #timer: NodeJS.Timeout | undefined;
  #closed = false;

  constructor(
    private readonly database: Pick<Database, 'session'>,
    private readonly lost: () => void,
  ) {}

  async share(keys: readonly string[]): Promise<void> {
    for (const key of keys) this.#shared.add(key);
    if (this.#session === undefined) await this.#connected();
    else await (await this.#session).query(shareLocks, [keys]);
    this.#look(LOOK_EVERY_MS);
  }

  /** Asked for twice at once it is asked for once: the server counts how often a connection has taken a lock. */
  take(key: string): Promise<Taken> {
    if (this.#alone.has(key)) return Promise.resolve('mine');
    const asked = this.#asked.get(key);
    if (asked !== undefined) return asked;
    const asking = this.#take(key).finally(() => this.#asked.delete(key));
    this.#asked.set(key, asking);
    return asking;
  }

  async #take(key: string): Promise<Taken> {
    try {
      const session = await this.#connected();
      const [row] = await session.query<{ mine: boolean }>(takeLock, [key]);
      if (row?.mine !== true) return 'another’s';
      this.#alone.add(key);
      return 'mine';
    } catch {
      return 'unknown';
    }
  }

  holds(key: string): boolean {
    return this.#alone.has(key);
  }

  async give(key: string): Promise<void> {
    if (!this.#alone.delete(key)) return;
    // a connection that cannot be asked has lost its locks already, or is about to
    await this.#session?.then((session) => session.query(giveLock, [key])).catch(nothing);
  }

  async close(): Promise<void> {
    this.#closed = true;
    clearTimeout(this.#timer);
    this.#alone.clear();
    await this.#session?.then((session) => session.end()).catch(nothing);
  }

  /** The connection, made anew with all shared locks where there is none. */
  #connected(): Promise<Session> {
    if (this.#closed) return Promise.reject(new Error('These locks were given back.'));
    this.#session ??= this.#connect();
    return this.#session;
  }

  #connect(): Promise<Session> {
    const connecting: Promise<Session> = this.database
      .session(() => this.#lose(connecting))
      .then(async (session) => {
        try {
          if (this.#shared.size > 0) await session.query(shareLocks, [[...this.#shared]]);
          return session;
        } catch (failure) {
          await session.end().catch(nothing);
          throw failure;
        }
      });
    connecting.catch(() => this.#lose(connecting));
    return connecting;
  }

  #lose(session: Promise<Session>): void {
    if (this.#session !== session) return;
    this.#session = undefined;
    this.#alone.clear();
    this.lost();
    if (this.#shared.size > 0) this.#look(AGAIN_AFTER_MS);
  }

  /** Asks after the connection later, and makes it anew if it is gone. */
  #look(after: number): void {
    if (this.#closed) return;
    clearTimeout(this.#timer);
    const look = async (): Promise<void> => {
      await (await this.#connected()).query('select');
      this.#look(LOOK_EVERY_MS);
    };
    this.#timer = setTimeout(() => void look().catch(() => this.#look(AGAIN_AFTER_MS)), after).unref();
  }
}

const nothing = (): void => undefined;
