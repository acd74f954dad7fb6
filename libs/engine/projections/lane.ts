import { setTimeout as pause } from 'node:timers/promises';
import type { Leases, Turn } from './leases.js';
import type { Projector } from './projector.js';

/** Folded at once before another authority has its turn. */
const TURN = 20_000;
/** After a failure that passes by itself, the authority is tried again after these, the last repeatedly. */
const AGAIN_AFTER_MS = [50, 200, 1_000, 5_000];
/** What another engine folds is looked at again after so long. */
const LOOK_AGAIN_MS = 250;
/** The same for those who wait for it. */
const LOOK_AGAIN_SOON_MS = 20;

/**
 * One projection's work over all authorities: each in its turn, so that one with much to do keeps no other waiting.
 */
export class Lane {
  readonly #projectors = new Map<string, Projector>();
  /** The authorities that have work, with the position to reach. */
  readonly #due = new Map<string, number>();
  /** The authorities that another engine folds, with the position to reach. */
  readonly #elsewhere = new Map<string, number>();
  /** How far other engines were seen to have folded. */
  readonly #seen = new Map<string, number>();
  readonly #failures = new Map<string, number>();
  readonly #timers = new Set<NodeJS.Timeout>();
  #turn: Promise<unknown> = Promise.resolve();
  #running = false;
  #stopped = false;

  constructor(
    private readonly projectorFor: (authority: string) => Projector,
    private readonly leases: Leases,
    private readonly failed: (authority: string, failure: unknown) => void,
  ) {}

  /** Says that an authority's ledger has reached a position. */
  wake(authority: string, position: number): void {
    if (this.#stopped) return;
    const elsewhere = this.#elsewhere.get(authority);
    if (elsewhere !== undefined) {
      this.#elsewhere.set(authority, Math.max(position, elsewhere));
      return;
    }
    this.#due.set(authority, Math.max(position, this.#due.get(authority) ?? 0));
    if (!this.#running) void this.#work();
  }

  /** The position up to which this process knows the projection to be; undefined before it has looked. */
  position(authority: string): number | undefined {
    const [own, seen] = [this.#projectors.get(authority)?.position, this.#seen.get(authority)];
    return own === undefined || seen === undefined ? (own ?? seen) : Math.max(own, seen);
  }

  /** Folds an authority up to a position, here and now, or waits while another engine does. */
  async catchUp(authority: string, position: number): Promise<void> {
    const once = async (): Promise<boolean> => {
      const turn = await this.leases.turn(authority, position);
      try {
        if (turn.turn === 'fold') await this.#at(authority, turn).reach(position);
        return turn.turn !== 'look again';
      } finally {
        await this.leases.give(authority);
      }
    };
    while (!(await this.#inTurn(once))) await pause(LOOK_AGAIN_SOON_MS);
  }

  /** Lets other engines have what there was nothing to do for lately. */
  giveUnused(): Promise<void> {
    return this.#inTurn(() => this.leases.giveUnused());
  }

  /** Ends the work after the present turn. */
  async stop(): Promise<void> {
    this.#stopped = true;
    for (const timer of this.#timers) clearTimeout(timer);
    await this.#turn;
  }

  async #work(): Promise<void> {
    this.#running = true;
    for (let next = this.#next(); next !== undefined; next = this.#next()) {
      const [authority, position] = next;
      await this.#inTurn(() => this.#advance(authority, position));
    }
    this.#running = false;
  }

  #next(): [string, number] | undefined {
    const [next] = this.#due;
    if (next === undefined || this.#stopped) return undefined;
    this.#due.delete(next[0]);
    return next;
  }

  async #advance(authority: string, wanted: number): Promise<void> {
    if (this.#stopped) return;
    try {
      const turn = await this.leases.turn(authority, wanted);
      if (turn.turn === 'look again') return this.#leave(authority, wanted);
      if (turn.turn === 'leave') return void this.#seen.set(authority, turn.at);
      const projector = this.#at(authority, turn);
      let left = await projector.advance(TURN);
      // a read that was shared may have begun before the append that there was word of
      if (left === 'at the head' && (projector.position ?? 0) < wanted) left = await projector.advance(TURN);
      if (projector.position !== undefined) this.leases.folded(authority, projector.position);
      this.#failures.delete(authority);
      if (left === 'more') this.wake(authority, wanted);
    } catch (failure) {
      this.failed(authority, failure);
      const failures = this.#failures.get(authority) ?? 0;
      this.#failures.set(authority, failures + 1);
      this.#later(() => this.wake(authority, wanted), AGAIN_AFTER_MS[Math.min(failures, AGAIN_AFTER_MS.length - 1)]);
    }
  }

  #leave(authority: string, wanted: number): void {
    this.#elsewhere.set(authority, wanted);
    this.#later(() => {
      const position = this.#elsewhere.get(authority) ?? wanted;
      this.#elsewhere.delete(authority);
      this.wake(authority, position);
    }, LOOK_AGAIN_MS);
  }

  #later(work: () => void, milliseconds: number | undefined): void {
    const timer = setTimeout(() => {
      this.#timers.delete(timer);
      work();
    }, milliseconds);
    this.#timers.add(timer);
  }

  /** One thing at a time: a projector is not made for two. */
  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const result = this.#turn.then(work);
    this.#turn = result.catch(() => undefined);
    return result;
  }

  /** An authority's projector, which looks anew where others have folded since it last did. */
  #at(authority: string, { at }: Extract<Turn, { turn: 'fold' }>): Projector {
    let projector = this.#projectors.get(authority);
    if (projector === undefined) this.#projectors.set(authority, (projector = this.projectorFor(authority)));
    if (at !== undefined && projector.position !== undefined && projector.position !== at) projector.forget();
    return projector;
  }
}
