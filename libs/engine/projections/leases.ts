import { folderOf, type Locks } from './locks.js';

/** What an engine does about an authority's ledger that has grown. */
export type Turn =
  /** Folds it. `at`: where it found the projection, when it had not been folding here until now. */
  | { readonly turn: 'fold'; readonly at?: number }
  /** Leaves it: it is folded already, or waits for an operator. */
  | { readonly turn: 'leave'; readonly at: number }
  /** Leaves it to another engine for now, and looks again soon. */
  | { readonly turn: 'look again' };

export interface LeaseSettings {
  /** A lease whose holder folds nothing for so long, though there is something to fold, is disregarded. */
  readonly patienceMs: number;
  readonly now: () => number;
}

/** Where a projection stands in an authority's ledger. */
export type Look = (authority: string) => Promise<{ readonly position: number; readonly parked: unknown }>;

/** A lease that was not used for so long is given back. */
const KEPT_MS = 5_000;
/** At most so many are held for one projection: locks have room in the server's memory. */
const MOST = 200;

/**
 * Which of several engines on one database folds which authority's ledger into a projection. A lease saves the others
 * the work of folding what they may not flush, and does nothing else: where it cannot be had because nobody can be
 * asked, or because its holder has come to a stand, the engine folds all the same, and checkpoints see to the rest.
 */
export class Leases {
  /** Leases held, by authority, with when each was last used; the one longest unused comes first. */
  readonly #held = new Map<string, number>();
  /** Authorities that somebody else holds, with how far they were, and since when. */
  readonly #watched = new Map<string, { readonly position: number; readonly since: number }>();
  /** Authorities that are folded in spite of another's lease, with how far this engine left them. */
  readonly #disregarded = new Map<string, number>();

  constructor(
    private readonly schema: string,
    private readonly locks: Locks,
    private readonly look: Look,
    private readonly settings: LeaseSettings,
  ) {}

  /** Whose turn it is to fold an authority's ledger up to a position. */
  async turn(authority: string, wanted: number): Promise<Turn> {
    const key = folderOf(this.schema, authority);
    const mine = this.locks.holds(key);
    const taken = mine ? 'mine' : await this.locks.take(key);
    if (taken === 'unknown') return { turn: 'fold' };
    if (taken === 'another’s') return this.#watch(authority, wanted);
    this.#watched.delete(authority);
    this.#disregarded.delete(authority);
    this.#held.delete(authority);
    this.#held.set(authority, this.settings.now());
    if (mine) return { turn: 'fold' };
    if (this.#held.size > MOST) await this.#giveOldest();
    return { turn: 'fold', at: (await this.look(authority)).position };
  }

  /** Says how far this engine has folded an authority's ledger. */
  folded(authority: string, position: number): void {
    if (this.#disregarded.has(authority)) this.#disregarded.set(authority, position);
  }

  async give(authority: string): Promise<void> {
    this.#held.delete(authority);
    await this.locks.give(folderOf(this.schema, authority));
  }

  /** Gives back what was not used for a while. */
  async giveUnused(): Promise<void> {
    const before = this.settings.now() - KEPT_MS;
    for (const [authority, used] of this.#held) {
      if (used > before) return;
      await this.give(authority);
    }
  }

  async #watch(authority: string, wanted: number): Promise<Turn> {
    const { position, parked } = await this.look(authority);
    if (position >= wanted || (parked !== undefined && parked !== null)) {
      this.#watched.delete(authority);
      return { turn: 'leave', at: position };
    }
    if (this.#disregarded.get(authority) === position) return { turn: 'fold' };
    this.#disregarded.delete(authority);
    const watched = this.#watched.get(authority);
    const now = this.settings.now();
    if (watched?.position !== position) this.#watched.set(authority, { position, since: now });
    else if (now - watched.since >= this.settings.patienceMs) {
      this.#watched.delete(authority);
      this.#disregarded.set(authority, position);
      return { turn: 'fold', at: position };
    }
    return { turn: 'look again' };
  }

  async #giveOldest(): Promise<void> {
    const [oldest] = this.#held.keys();
    if (oldest !== undefined) await this.give(oldest);
  }
}
