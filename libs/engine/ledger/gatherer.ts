import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { endedByTheServer, neverReached } from '#engine/database/lost-connection.js';
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
   * Busy authorities that are asked for at once, each on a connection; half of these places are for heads that are asked
   * for again without waiting, the others for those that are waited for.
   */
  readonly lanes: number;
  /** Milliseconds after which a group that waits for a held head is given up, wherever it waits. */
  readonly patience: number;
  /** Milliseconds after which a call that nobody answers counts as lost, and its connection with it. */
  readonly answerWithin: number;
}

export const gathererDefaults: GathererSettings = { groups: 200, bytes: 1_000_000, lanes: 4, patience: 60_000, answerWithin: 30_000 };

/** Pauses, in milliseconds, before a busy head is asked for again. One that another process appends to is free by then; else it is held, and is waited for. */
const ASKED_AGAIN_AFTER = [1, 2, 4, 8, 16];

/** A call has a cost of its own (about that of 25 groups): fewer than twice so many are not divided into two. */
const LEAST_HALF = 24;

interface Waiting {
  readonly group: EncodedGroup;
  /** What no other group of its call may share with it: streams, command id, references. */
  readonly keys: readonly string[];
  readonly since: number;
  /** Why the first call that held it was lost, if one was: it may have been recorded, and may still be. */
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
      // Busy authorities leave the queue first: nobody overtakes in the next call who must come after them.
      this.putIntoLanes(busyOf(batch, answered));
      const enough = this.common.waiting.length >= Math.max(LEAST_HALF, batch.length / 2);
      const following = enough ? this.take(this.common) : [];
      if (following.length > 0) {
        results = this.track(this.attempt(following, false));
        await onItsWay();
      }
      tell(batch, answered);
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

  /**
   * Never rejects. If the server refuses a call, its groups are sent again in halves, so that only the culprits fail, each
   * at the cost of a few calls. If a call is lost they are sent again too: a group that was recorded answers as repeated.
   * Lost once more, the rest is hopeless.
   */
  private async attempt(batch: readonly Waiting[], wait: boolean): Promise<readonly Result[]> {
    let isLost = false;
    let hopeless: Failure | undefined;
    const inHalves = async (part: readonly Waiting[], mayPass: boolean): Promise<readonly Result[]> => {
      if (hopeless) return part.map(() => hopeless!);
      if (mayPass || part.length === 1) {
        const together = await this.sent(part, wait);
        if (!(together instanceof Failure)) return together;
        if (!together.isRefusal) {
          if (isLost) hopeless = together;
          isLost = true;
          return inHalves(part, true);
        }
        if (part.length === 1) return [together];
      }
      const middle = Math.ceil(part.length / 2);
      const earlier = await inHalves(part.slice(0, middle), true);
      // The culprit is in one of the halves: if not in the first, the second need not be tried as a whole.
      const later = await inHalves(part.slice(middle), earlier.some((result) => result instanceof Failure));
      return [...earlier, ...later];
    };
    return inHalves(batch, true);
  }

  private async sent(batch: readonly Waiting[], wait: boolean): Promise<readonly CallOutcome[] | Failure> {
    try {
      return await this.send(batch.map(({ group }) => group), wait);
    } catch (error) {
      if (isHeldLock(error)) return batch.map(() => ({ outcome: 'busy' }));
      const failure = new Failure(error);
      if (failure.mayBeRecorded) for (const waiting of batch) waiting.lost ??= failure;
      return failure;
    }
  }

  /** Puts those whose head was held where it is waited for, before all others of their authority: these came later. */
  private putIntoLanes(busy: readonly Waiting[]): void {
    for (const authority of new Set(busy.map(({ group }) => group.authority))) {
      const ofThisOne = ({ group }: Waiting): boolean => group.authority === authority;
      const again = busy.filter(ofThisOne);
      const open = this.lanes.get(authority);
      const lane = open ?? { waiting: this.common.waiting.filter(ofThisOne) };
      lane.waiting = again.concat(lane.waiting);
      if (open) continue;
      this.common.waiting = this.common.waiting.filter((one) => !ofThisOne(one));
      this.lanes.set(authority, lane);
      void this.runLane(authority, lane);
    }
  }

  /** A head that is busy again and again may be held for long: it then takes no place from those that are free in a moment. */
  private async runLane(authority: string, lane: Queue): Promise<void> {
    const impatience = this.giveUpInTime(authority, lane);
    for (let inVain = 0; lane.waiting.length > 0; ) {
      const after = ASKED_AGAIN_AFTER[inVain];
      if (after !== undefined) await pause(after);
      const places: Slots = after === undefined ? this.placesForHeld : this.places;
      await places.use(async () => {
        const batch = this.take(lane);
        if (batch.length === 0) return;
        const answered = await this.track(this.attempt(batch, after === undefined));
        const busy = busyOf(batch, answered);
        this.putIntoLanes(busy);
        tell(batch, answered);
        impatience.look();
        inVain = busy.length > 0 ? inVain + 1 : 0;
      });
    }
    impatience.end();
    this.lanes.delete(authority);
  }

  /** Gives those up who have waited in a lane for too long, also while it waits for its turn behind many others. */
  private giveUpInTime(authority: string, lane: Queue): { look(): void; end(): void } {
    const { patience } = this.settings;
    let timer: NodeJS.Timeout | undefined;
    const look = (): void => {
      clearTimeout(timer);
      const now = performance.now();
      const tooLong = lane.waiting.filter(({ since }) => now - since >= patience);
      if (tooLong.length > 0) lane.waiting = lane.waiting.filter((one) => !tooLong.includes(one));
      for (const { lost, reject } of tooLong) reject(lost ? lost.error : heldTooLong(authority));
      const oldest = Math.min(now, ...lane.waiting.map(({ since }) => since));
      timer = setTimeout(look, Math.max(1, oldest + patience - now));
    };
    look();
    return { look, end: () => clearTimeout(timer) };
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

/** What became of a group in a call. */
type Result = CallOutcome | Failure;

/** Why a call, or a group by itself, was not answered. */
class Failure {
  constructor(readonly error: unknown) {}

  /** The server said no to what it was sent, and recorded nothing. Else it was not reached, or was lost. */
  get isRefusal(): boolean {
    return this.error instanceof pg.DatabaseError && !endedByTheServer(this.error) && !neverReached(this.error);
  }

  /** The connection was lost, and nobody knows what was recorded, or still will be. */
  get mayBeRecorded(): boolean {
    return !this.isRefusal && !neverReached(this.error);
  }
}

function busyOf(batch: readonly Waiting[], results: readonly Result[]): readonly Waiting[] {
  return batch.filter((_, i) => isBusy(results[i]!));
}

/** Tells everybody what became of their group, but for those who wait on; what may be recorded is not denied. */
function tell(batch: readonly Waiting[], results: readonly Result[]): void {
  batch.forEach(({ lost, resolve, reject }, i) => {
    const result = results[i]!;
    if (result instanceof Failure) reject((lost ?? result).error);
    else if (result.outcome !== 'busy') resolve(result);
  });
}

const isBusy = (result: Result): boolean => !(result instanceof Failure) && result.outcome === 'busy';

/** The pool hands a call to its connection only after all that is awaited now has woken: so nobody is woken before. */
const onItsWay = (): Promise<void> => new Promise((sent) => process.nextTick(sent));

function keysOf({ authority, commandId, writes, references }: EncodedGroup): readonly string[] {
  return [
    `${authority}\0command\0${commandId}`,
    ...writes.map(({ stream }) => `${authority}\0stream\0${stream}`),
    ...references.map(({ kind, reference }) => `${authority}\0reference\0${kind}\0${reference}`),
  ];
}
