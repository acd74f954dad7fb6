import pg from 'pg';
import type { CallOutcome } from './append-call.js';
import type { EncodedGroup } from './encoded-group.js';
import { heldTooLong, isHeldLock } from './held-head.js';
import type { AppendOutcome } from './ledger.js';
import { Slots } from './slots.js';

/** One round trip: `wait` for the head of the groups' one authority, or skip heads that are held. */
export type SendGroups = (groups: readonly EncodedGroup[], wait: boolean) => Promise<readonly CallOutcome[]>;

export interface GathererSettings {
  /** Groups in one call at most. */
  readonly groups: number;
  /** Bytes in one call, about; a larger group travels alone. */
  readonly bytes: number;
  /**
   * Busy authorities that are waited for at once, each on a connection; half of these places are for heads that were
   * waited for in vain already.
   */
  readonly lanes: number;
  /** Milliseconds after which a group that waits for a held head is given up. */
  readonly patience: number;
  /** Milliseconds after which a call that nobody answers counts as lost, and its connection with it. */
  readonly answerWithin: number;
}

export const gathererDefaults: GathererSettings = { groups: 200, bytes: 1_000_000, lanes: 4, patience: 60_000, answerWithin: 30_000 };

/** A call has a cost of its own (about that of 25 groups): fewer than twice so many are not divided into two. */
const LEAST_HALF = 24;

interface Waiting {
  readonly group: EncodedGroup;
  /** What no other group of its call may share with it: streams, command id, references. */
  readonly keys: readonly string[];
  readonly since: number;
  /** Why the last call that held it was not answered: it may have been recorded, and may still be. */
  lost?: Failure;
  resolve(outcome: AppendOutcome): void;
  reject(error: unknown): void;
}

interface Queue {
  waiting: Waiting[];
}

/**
 * Gathers the groups that arrive while a call is under way and sends them together in the next one. That call never
 * waits for a head: an authority whose head is held elsewhere gets a lane of its own, which waits for it, so that it
 * keeps nobody else from appending.
 */
export class Gatherer {
  private readonly common: Queue = { waiting: [] };
  private readonly lanes = new Map<string, Queue>();
  private readonly places: Slots;
  private readonly placesForHeld: Slots;
  private readonly underWay = new Set<Promise<unknown>>();
  private sending = false;

  constructor(
    private readonly send: SendGroups,
    private readonly settings: GathererSettings = gathererDefaults,
  ) {
    this.places = new Slots(Math.ceil(settings.lanes / 2));
    this.placesForHeld = new Slots(Math.max(1, Math.floor(settings.lanes / 2)));
  }

  append(group: EncodedGroup): Promise<AppendOutcome> {
    return new Promise((resolve, reject) => {
      const waiting = { group, keys: keysOf(group), since: performance.now(), resolve, reject };
      (this.lanes.get(group.authority) ?? this.common).waiting.push(waiting);
      this.next();
    });
  }

  /** Resolves when every call that is under way now has been answered. */
  async settled(): Promise<void> {
    await Promise.all(this.underWay);
  }

  /** Sends what has gathered, at the end of this turn of the event loop: all who woke in it come along. */
  private next(): void {
    if (this.sending || this.common.waiting.length === 0) return;
    this.sending = true;
    setImmediate(() => void this.sendInTurns(this.take(this.common, this.halfOfMany())));
  }

  /**
   * Sends one call after the other while enough gathers meanwhile. The next one goes out before those who were answered
   * wake: so the server works on one half of many while this process prepares the other.
   */
  private async sendInTurns(first: readonly Waiting[]): Promise<void> {
    let batch = first;
    let results = this.track(this.attempt(batch, false));
    for (;;) {
      const answered = await results;
      const enough = this.common.waiting.length >= Math.max(LEAST_HALF, batch.length / 2);
      const following = enough ? this.take(this.common) : [];
      if (following.length > 0) results = this.track(this.attempt(following, false));
      this.settle(batch, answered);
      if (following.length === 0) break;
      batch = following;
    }
    this.sending = false;
    this.next();
  }

  /** How many of those who wait go along in a first call, so that the rest can take turns with them. */
  private halfOfMany(): number {
    const { length } = this.common.waiting;
    return length < 2 * LEAST_HALF ? length : Math.ceil(length / 2);
  }

  /** Tells everybody what became of their group; an authority that was busy gets a lane. Answers whether one was. */
  private settle(batch: readonly Waiting[], results: readonly (CallOutcome | Failure)[]): boolean {
    let busy = false;
    batch.forEach((waiting, i) => {
      const result = results[i]!;
      if (result instanceof Failure) waiting.reject(result.error);
      else if (result.outcome !== 'busy') waiting.resolve(result);
      else {
        busy = true;
        this.queueInLane(waiting);
      }
    });
    return busy;
  }

  /** Never rejects: if the call raises, its groups are sent again one by one, so that only the culprit fails. */
  private async attempt(batch: readonly Waiting[], wait: boolean): Promise<readonly (CallOutcome | Failure)[]> {
    const together = await this.sent(batch, wait);
    if (!(together instanceof Failure)) return together;
    if (batch.length === 1 && together.byTheServer) return [together];
    const results: (CallOutcome | Failure)[] = [];
    let lost: Failure | undefined;
    for (const waiting of batch) {
      const alone = lost ?? (await this.sent([waiting], wait));
      // A group that the lost connection did record answers as repeated. Without a connection the rest is hopeless.
      if (alone instanceof Failure && !alone.byTheServer) lost = alone;
      results.push(alone instanceof Failure ? alone : alone[0]!);
    }
    return results;
  }

  private async sent(batch: readonly Waiting[], wait: boolean): Promise<readonly CallOutcome[] | Failure> {
    try {
      return await this.send(batch.map(({ group }) => group), wait);
    } catch (error) {
      if (isHeldLock(error)) return batch.map(() => ({ outcome: 'busy' }));
      const failure = new Failure(error);
      if (!failure.byTheServer) for (const waiting of batch) waiting.lost = failure;
      return failure;
    }
  }

  private queueInLane(waiting: Waiting): void {
    const { authority } = waiting.group;
    if (performance.now() - waiting.since > this.settings.patience) {
      return waiting.reject(waiting.lost ? waiting.lost.error : heldTooLong(authority));
    }
    const lane = this.lanes.get(authority);
    if (lane) return void lane.waiting.push(waiting);
    const ofThisLane = ({ group }: Waiting): boolean => group.authority === authority;
    const opened: Queue = { waiting: [waiting].concat(this.common.waiting.filter(ofThisLane)) };
    this.common.waiting = this.common.waiting.filter((one) => !ofThisLane(one));
    this.lanes.set(authority, opened);
    void this.runLane(authority, opened);
  }

  /** A head that was waited for in vain may be held for long: it then takes no place from those that are free in a moment. */
  private async runLane(authority: string, lane: Queue): Promise<void> {
    for (let held = false; lane.waiting.length > 0; ) {
      const places: Slots = held ? this.placesForHeld : this.places;
      held = await places.use(async () => {
        const batch = this.take(lane);
        return this.settle(batch, await this.track(this.attempt(batch, true)));
      });
    }
    this.lanes.delete(authority);
  }

  /** Takes what one call may hold out of a queue, the longest waiting first. */
  private take(queue: Queue, most = this.settings.groups): readonly Waiting[] {
    const { waiting } = queue;
    const taken: Waiting[] = [];
    const passedOver: Waiting[] = [];
    const keys = new Set<string>();
    let bytes = 0;
    let seen = 0;
    for (; seen < waiting.length && taken.length < Math.min(most, this.settings.groups); seen++) {
      const one = waiting[seen]!;
      if (taken.length > 0 && bytes + one.group.bytes > this.settings.bytes) break;
      const clashes = one.keys.some((key) => keys.has(key));
      // A group passed over keeps its place: a later one of its stream does not overtake it.
      for (const key of one.keys) keys.add(key);
      if (!clashes) bytes += one.group.bytes;
      (clashes ? passedOver : taken).push(one);
    }
    queue.waiting = passedOver.concat(waiting.slice(seen));
    return taken;
  }

  private async track<Result>(work: Promise<Result>): Promise<Result> {
    this.underWay.add(work);
    return work.finally(() => this.underWay.delete(work));
  }
}

/** Why a call, or a group by itself, was not answered. */
class Failure {
  constructor(readonly error: unknown) {}

  /** The server said no; else the connection was lost, and nobody knows what was recorded. */
  get byTheServer(): boolean {
    return this.error instanceof pg.DatabaseError && !/^(08|57P)/.test(this.error.code ?? '');
  }
}

function keysOf({ authority, commandId, writes, references }: EncodedGroup): readonly string[] {
  return [
    `${authority}\0command\0${commandId}`,
    ...writes.map(({ stream }) => `${authority}\0stream\0${stream}`),
    ...references.map(({ kind, reference }) => `${authority}\0reference\0${kind}\0${reference}`),
  ];
}
