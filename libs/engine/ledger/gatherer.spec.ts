import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import type { CallOutcome } from './append-call.js';
import { command } from './commands-for-tests.js';
import { firstCatalogue } from './conformance-events.js';
import { type EncodedGroup, encodeGroup } from './encoded-group.js';
import { EventCodec } from './event-codec.js';
import { Gatherer, gathererDefaults } from './gatherer.js';

describe('a head that is busy for a moment', () => {
  it('is not waited for behind heads that are held for long, however many', async () => {
    const waitedFor = new Set<string>();
    const letGo: (() => void)[] = [];
    const answered = (groups: readonly EncodedGroup[]): CallOutcome[] => groups.map(() => ({ outcome: 'unknown authority' }));
    let asked = 0;
    /** The held ones are busy whenever they are asked for, and then waited for until they are let go of; the other one is busy twice. */
    const send = async (groups: readonly EncodedGroup[], wait: boolean): Promise<readonly CallOutcome[]> => {
      const [{ authority }] = groups as [EncodedGroup];
      const isHeld = authority.startsWith('held');
      if (wait) waitedFor.add(authority);
      if (isHeld ? !wait : ++asked <= 2) return groups.map(() => ({ outcome: 'busy' as const }));
      if (isHeld) await new Promise<void>((resolve) => letGo.push(resolve));
      return answered(groups);
    };
    const gatherer = new Gatherer(send, gathererDefaults);
    const append = (authority: string) => gatherer.append(encodeGroup(new EventCodec(firstCatalogue), command(authority, 's', 0), new Date().toISOString()));
    const held = Array.from({ length: 6 }, (_, i) => append(`held-${i}`));
    while (letGo.length < 2) await pause(1);
    expect(await append('free')).toEqual({ outcome: 'unknown authority' });
    expect(waitedFor.has('free')).toBe(false);
    for (let released = 0; released < held.length; await pause(1)) {
      const waiting = letGo.splice(0);
      for (const one of waiting) one();
      released += waiting.length;
    }
    await Promise.all(held);
  });
});

/** A group as the gatherer takes it: one note at the beginning of a stream. */
const groupOf = (authority: string, stream: string): EncodedGroup =>
  encodeGroup(new EventCodec(firstCatalogue), command(authority, stream, 0), new Date().toISOString());

/** What the server says when it refuses rows, or ends a connection. */
const saidByTheServer = (code: string, message: string): Error => Object.assign(new pg.DatabaseError(message, 0, 'error'), { code, severity: 'ERROR' });
const refusedConnection = (): Error => Object.assign(new Error('connect ECONNREFUSED 127.0.0.1:5432'), { code: 'ECONNREFUSED', syscall: 'connect' });
const cut = (): Error => new Error('Connection terminated unexpectedly');

describe('a group whose call was lost', () => {
  it('is not told that nothing was recorded, when the head that the lost call may still hold is waited for in vain', async () => {
    let calls = 0;
    const send = (groups: readonly EncodedGroup[]) =>
      ++calls === 1 ? Promise.reject(cut()) : Promise.resolve(groups.map(() => ({ outcome: 'busy' as const })));
    const gatherer = new Gatherer(send, { ...gathererDefaults, patience: 50 });
    await expect(gatherer.append(groupOf('held', 'contract:lost'))).rejects.toThrow('Connection terminated unexpectedly');
    expect(calls).toBeGreaterThan(2);
  });

  /** The bug: the failure of the second call was told, after which nothing is recorded, and the first one’s was forgotten. */
  it.each([
    ['terminated, then ECONNREFUSED', cut, refusedConnection],
    ['terminated, then no room', cut, () => saidByTheServer('53300', 'sorry, too many clients already')],
    ['terminated, then starting up', cut, () => saidByTheServer('57P03', 'the database system is starting up')],
    ['terminated, then refused', cut, () => saidByTheServer('53100', 'disk full')],
    ['ended by the server, then ECONNREFUSED', () => saidByTheServer('57P01', 'terminating connection due to administrator command'), refusedConnection],
  ])('is not told that nothing was recorded: %s', async (_, first, then) => {
    for (const many of [1, 5]) {
      let calls = 0;
      const gatherer = new Gatherer(() => Promise.reject(++calls === 1 ? first() : then()));
      const outcomes = await Promise.allSettled(Array.from({ length: many }, (__, i) => gatherer.append(groupOf('fenmarch', `contract:${i}`))));
      for (const outcome of outcomes) {
        expect(outcome).toMatchObject({ status: 'rejected', reason: { message: first().message } });
      }
    }
  });

  it('is not sent again for ever: two calls, and the rest is hopeless', async () => {
    let calls = 0;
    const gatherer = new Gatherer(() => (calls++, Promise.reject(cut())));
    await Promise.allSettled(Array.from({ length: 200 }, (_, i) => gatherer.append(groupOf('fenmarch', `contract:${i}`))));
    // Of the two calls that 200 groups make, each is sent twice.
    expect(calls).toBe(4);
  });
});

describe('two halves that take turns', () => {
  const answer = (groups: readonly EncodedGroup[]): CallOutcome[] => groups.map(() => ({ outcome: 'unknown authority' }));

  /** Callers who append one group after the other, and a database that answers each call after a while: what happened, in order. */
  async function played(callers: number, each: number, failing: (call: number) => Error | undefined = () => undefined) {
    const happened: string[] = [];
    const sizes: number[] = [];
    const send = async (groups: readonly EncodedGroup[]): Promise<readonly CallOutcome[]> => {
      const call = sizes.push(groups.length);
      // The pool hands a call to its connection in the next tick.
      await new Promise<void>((handed) => process.nextTick(handed));
      happened.push(`sent ${groups.length}`);
      await pause(5);
      happened.push('answered');
      const failure = failing(call);
      if (failure) throw failure;
      return answer(groups);
    };
    const gatherer = new Gatherer(send);
    const served = Array.from({ length: callers }, () => 0);
    const failures: unknown[] = [];
    await Promise.all(
      served.map(async (_, caller) => {
        for (let nth = 0; nth < each; nth++) {
          await gatherer.append(groupOf('fenmarch', `contract:${caller}-${nth}`)).catch((failure: unknown) => failures.push(failure));
          happened.push('woke');
          served[caller]!++;
        }
      }),
    );
    return { happened, sizes, served, failures };
  }

  it('have the next call on its way before those wake who were answered', async () => {
    const { happened, sizes, served } = await played(100, 4);
    expect(sizes).toEqual(Array.from({ length: 8 }, () => 50));
    const afterAnswers = happened.flatMap((what, i) => (what === 'answered' ? [happened[i + 1]] : []));
    // The last one has nobody behind it.
    expect(afterAnswers).toEqual([...Array.from({ length: 7 }, () => 'sent 50'), 'woke']);
    expect(served).toEqual(served.map(() => 4));
  });

  it('are one where they would be small', async () => {
    const { sizes } = await played(30, 3);
    expect(sizes).toEqual([30, 30, 30]);
  });

  it('leave nobody out when they are more than a call holds', async () => {
    const { sizes, served } = await played(700, 3);
    expect(Math.max(...sizes)).toBe(200);
    expect(sizes.reduce((sum, size) => sum + size)).toBe(2_100);
    expect(served).toEqual(served.map(() => 3));
  });

  it('go on when one of them fails, and only its own are told', async () => {
    const { failures, served } = await played(100, 3, (call) => (call === 2 || call === 3 ? cut() : undefined));
    expect(failures).toHaveLength(50);
    expect(served).toEqual(served.map(() => 3));
  });

  /** The bug: the next call took along who came later to an authority that the last one had found busy. */
  it('let nobody overtake who waits for a busy head', async () => {
    const order: string[] = [];
    const send = async (groups: readonly EncodedGroup[], wait: boolean): Promise<readonly CallOutcome[]> => {
      await pause(1);
      const first = order.length === 0 && !wait;
      for (const { authority, commandId } of groups) if (authority === 'busy' && !(first && !wait)) order.push(commandId);
      return groups.map(({ authority }) => (authority === 'busy' && first ? { outcome: 'busy' } : { outcome: 'unknown authority' }));
    };
    const gatherer = new Gatherer(send);
    const mine = ['one', 'two', 'three'].map((commandId) => ({ ...groupOf('busy', 'contract:same'), commandId }));
    const all = [mine[0]!, ...Array.from({ length: 90 }, (_, i) => groupOf('free', `contract:${i}`)), ...mine.slice(1)];
    await Promise.all(all.map((group) => gatherer.append(group)));
    expect(order).toEqual(['one', 'two', 'three']);
  });

  /** The bug: who had waited in vain was put behind those who came to the same stream meanwhile. */
  it('nor in its lane', async () => {
    const order: string[] = [];
    let waits = 0;
    const arriving: Promise<unknown>[] = [];
    const send = async (groups: readonly EncodedGroup[], wait: boolean): Promise<readonly CallOutcome[]> => {
      if (wait && ++waits === 1) arriving.push(gatherer.append({ ...groupOf('busy', 'contract:same'), commandId: 'two' }));
      await pause(1);
      if (waits < 2) return groups.map(() => ({ outcome: 'busy' }));
      order.push(...groups.map(({ commandId }) => commandId));
      return answer(groups);
    };
    const gatherer: Gatherer = new Gatherer(send);
    await gatherer.append({ ...groupOf('busy', 'contract:same'), commandId: 'one' });
    await Promise.all(arriving);
    expect(order).toEqual(['one', 'two']);
  });
});

describe('a poisoned group', () => {
  /** Calls until all are answered, with these of so many poisoned. */
  async function callsWith(many: number, poisoned: readonly number[]) {
    let calls = 0;
    const gatherer = new Gatherer((groups) => {
      calls++;
      const bad = groups.some(({ writes }) => poisoned.includes(Number(writes[0]!.stream)));
      return bad ? Promise.reject(saidByTheServer('P0001', 'poisoned')) : Promise.resolve(groups.map(() => ({ outcome: 'unknown authority' })));
    });
    const outcomes = await Promise.allSettled(Array.from({ length: many }, (_, i) => gatherer.append(groupOf('fenmarch', String(i)))));
    return { calls, failed: outcomes.flatMap(({ status }, i) => (status === 'rejected' ? [i] : [])) };
  }

  /** The bug: 200 groups were sent again one by one for it, while everybody else waited. */
  it('is found in some calls, wherever it is', async () => {
    for (const place of [0, 1, 20, 38, 39]) {
      const { calls, failed } = await callsWith(40, [place]);
      expect(failed).toEqual([place]);
      expect(calls).toBeLessThanOrEqual(2 * Math.ceil(Math.log2(40)) + 1);
    }
  });

  it('fails alone in a full call', async () => {
    // Two calls of 200, of which one is refused.
    const { calls, failed } = await callsWith(400, [333]);
    expect(failed).toEqual([333]);
    expect(calls).toBeLessThanOrEqual(2 * Math.ceil(Math.log2(200)) + 2);
  });

  it('fails with all others of its kind, and nobody else', async () => {
    const { failed } = await callsWith(40, [0, 7, 8, 39]);
    expect(failed).toEqual([0, 7, 8, 39]);
  });
});

describe('patience', () => {
  /** The bug: it was looked at only after a call, and with many held heads each had its turn in minutes. */
  it('comes to an end also for who waits behind many other held heads', async () => {
    const send = async (groups: readonly EncodedGroup[], wait: boolean): Promise<readonly CallOutcome[]> => {
      await pause(wait ? 100 : 1);
      return groups.map(() => ({ outcome: 'busy' }));
    };
    const gatherer = new Gatherer(send, { ...gathererDefaults, patience: 300 });
    const began = performance.now();
    let attempts = 0;
    const outcomes = await Promise.allSettled(Array.from({ length: 40 }, (_, i) => gatherer.append(groupOf(`held-${i}`, 's')).finally(() => attempts++)));
    expect(attempts).toBe(40);
    for (const outcome of outcomes) expect(outcome).toMatchObject({ status: 'rejected', reason: { name: 'Refusal', message: expect.stringContaining('kept locked') as string } });
    // 40 turns of 100 ms at two places take two seconds.
    expect(performance.now() - began).toBeLessThan(1_500);
  });
});
