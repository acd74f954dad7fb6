import { setTimeout as pause } from 'node:timers/promises';

import pg from 'pg';

import { testDatabase } from '../../../test/support/postgres.js';
import { redisIsHere, testRedis } from '../../../test/support/redis.js';
import { BullJobs, type JobsPatience } from './bull-jobs.js';
import { jobsOnPostgres, jobsOnRedis, migrateJobs, type JobsBackend } from './jobs-backend.js';
import { jobKind, type JobRun } from './jobs.js';

interface Place {
  backend(): JobsBackend;
  end(): Promise<void>;
}

async function inPostgres(): Promise<Place> {
  const database = await testDatabase();
  await migrateJobs(database.migrationUrl, 'svl_app');
  await migrateJobs(database.migrationUrl, 'svl_app');
  return { backend: () => jobsOnPostgres(database.url), end: () => database.drop() };
}

async function inRedis(): Promise<Place> {
  const redis = await testRedis();
  return { backend: () => jobsOnRedis(redis.url), end: () => redis.stop() };
}

const doubling = jobKind<{ number: number }, { double: number }>('doubling');
const NEVER = new Promise<never>(() => undefined);

jobsWork('in PostgreSQL', inPostgres, describe);
jobsWork('in Redis', inRedis, redisIsHere ? describe : describe.skip);

function jobsWork(name: string, make: () => Promise<Place>, describeThem: typeof describe | typeof describe.skip): void {
  describeThem(`jobs ${name}`, () => {
    let place: Place;
    const open: BullJobs[] = [];
    const troubles: unknown[] = [];

    const jobs = (patience: Partial<JobsPatience> = {}): BullJobs => {
      const one = new BullJobs(place.backend(), (message, failure) => troubles.push(message, failure), {
        lockMs: 400, lookEveryMs: 150, stopMs: 300, ...patience,
      });
      open.push(one);
      return one;
    };
    const close = async (one: BullJobs): Promise<void> => {
      open.splice(open.indexOf(one), 1);
      await one.close();
    };

    beforeAll(async () => {
      place = await make();
    });
    afterEach(async () => {
      for (const one of open.splice(0)) await one.close();
    });
    afterAll(() => place.end());

    it('are done by whoever handles their kind, and answer', async () => {
      const [web, worker] = [jobs(), jobs()];
      await web.enqueue(doubling, 'import: 7/é', { number: 21 });
      expect(await web.status(doubling, 'import: 7/é')).toMatchObject({ id: 'import: 7/é', state: 'waiting', result: null });
      const seen: string[] = [];
      await worker.handle(doubling, async ({ id, data, progress }) => {
        seen.push(id);
        for (let done = 1; done <= 1_000; done += 1) progress(done, 1_000);
        return { double: data.number * 2 };
      });
      expect(await web.finished(doubling, 'import: 7/é', 5_000)).toEqual({
        id: 'import: 7/é', state: 'done', progress: { done: 1_000, total: 1_000 }, result: { double: 42 }, failure: null,
      });
      expect(seen).toEqual(['import: 7/é']);
    });

    it('are done once for one id', async () => {
      const one = jobs();
      let times = 0;
      await one.handle(jobKind('once'), async () => ({ times: (times += 1) }));
      for (let i = 0; i < 5; i += 1) await one.enqueue(jobKind('once'), '1234', { i });
      await one.finished(jobKind('once'), '1234', 5_000);
      await one.enqueue(jobKind('once'), '1234', { again: true });
      await pause(200);
      expect(await one.status(jobKind('once'), '1234')).toMatchObject({ state: 'done', result: { times: 1 } });
      expect(times).toBe(1);
    });

    it('say how far they are while they are done', async () => {
      const one = jobs();
      let finish: (result: object) => void = () => undefined;
      await one.handle(jobKind('slow'), ({ progress }) => {
        progress(3, 9);
        return new Promise<object>((resolve) => (finish = resolve));
      });
      await one.enqueue(jobKind('slow'), 'a', {});
      for (let i = 0; i < 100 && (await one.status(jobKind('slow'), 'a'))?.progress === null; i += 1) await pause(20);
      expect(await one.status(jobKind('slow'), 'a')).toMatchObject({ state: 'running', progress: { done: 3, total: 9 } });
      const before = performance.now();
      expect(await one.finished(jobKind('slow'), 'a', 100)).toMatchObject({ state: 'running' });
      expect(performance.now() - before).toBeLessThan(2_000);
      finish({});
      expect(await one.finished(jobKind('slow'), 'a', 5_000)).toMatchObject({ state: 'done', result: {} });
    });

    it('say why they failed, and are not tried again', async () => {
      const one = jobs();
      let times = 0;
      await one.handle(jobKind('failing'), () => {
        times += 1;
        return Promise.reject(new Error('contracts, row 3: value: is no amount'));
      });
      await one.enqueue(jobKind('failing'), 'a', {});
      expect(await one.finished(jobKind('failing'), 'a', 5_000)).toMatchObject({
        state: 'failed', result: null, failure: 'contracts, row 3: value: is no amount',
      });
      await pause(300);
      expect(times).toBe(1);
    });

    it('are unknown until somebody asks for them', async () => {
      expect(await jobs().status(doubling, 'nobody asked')).toBeUndefined();
      expect(await jobs().finished(doubling, 'nobody asked', 1_000)).toBeUndefined();
    });

    it('are left to the next process by one that ends', async () => {
      const kind = jobKind<object, { by: string }>('handed on');
      const first = jobs();
      let began: (run: JobRun) => void = () => undefined;
      const begun = new Promise<JobRun>((resolve) => (began = resolve));
      await first.handle(kind, (run) => {
        began(run);
        return new Promise((_, reject) => run.signal.addEventListener('abort', () => reject(run.signal.reason as Error)));
      });
      await first.enqueue(kind, 'a', {});
      await begun;
      await close(first);
      const second = jobs();
      expect(await second.status(kind, 'a')).toMatchObject({ state: 'waiting' });
      await second.handle(kind, () => Promise.resolve({ by: 'second' }));
      expect(await second.finished(kind, 'a', 5_000)).toMatchObject({ state: 'done', result: { by: 'second' } });
    });

    it('do not keep a process from ending, and are done by the next', async () => {
      const kind = jobKind<object, { by: string }>('deaf');
      const first = jobs();
      let began: () => void = () => undefined;
      const begun = new Promise<void>((resolve) => (began = resolve));
      await first.handle(kind, () => {
        began();
        return NEVER;
      });
      await first.enqueue(kind, 'a', {});
      await begun;
      const before = performance.now();
      await close(first);
      expect(performance.now() - before).toBeLessThan(3_000);
      const second = jobs();
      await second.handle(kind, () => Promise.resolve({ by: 'second' }));
      expect(await second.finished(kind, 'a', 10_000)).toMatchObject({ state: 'done', result: { by: 'second' } });
    });

    it('fail after they have brought down several processes', async () => {
      const kind = jobKind('deadly');
      const backend = place.backend();
      let times = 0;
      const dying = backend.worker(
        kind.name,
        () => {
          times += 1;
          return NEVER;
        },
        { concurrency: 20, lockDuration: 100, stalledInterval: 60, maxStalledCount: 3, skipLockRenewal: true, runRetryDelay: 100, drainDelay: 1 },
      );
      dying.on('error', () => undefined);
      const one = jobs();
      await one.enqueue(kind, 'a', {});
      expect(await one.finished(kind, 'a', 20_000)).toMatchObject({ state: 'failed', failure: expect.stringContaining('left behind') });
      expect(times).toBe(4);
      await dying.close(true);
      await backend.close();
    });
  });
}

// An import that a killed server had in hand stood still for the twenty seconds after the next start.
it('takes up at once what a killed process had in hand, where it is the only one at work', async () => {
  const place = await inPostgres();
  const kind = jobKind<object, { by: string }>('cut off');
  const killed = place.backend();
  let began: () => void = () => undefined;
  const begun = new Promise<void>((resolve) => (began = resolve));
  const inHand = killed.worker(
    kind.name,
    () => {
      began();
      return NEVER;
    },
    { concurrency: 1, lockDuration: 600_000, stalledInterval: 600_000 },
  );
  const next = new BullJobs(place.backend(), () => undefined);
  await next.enqueue(kind, 'a', {});
  await begun;
  await next.takeUpLeftBehind();
  await next.handle(kind, () => Promise.resolve({ by: 'next' }));
  expect(await next.finished(kind, 'a', 30_000)).toMatchObject({ state: 'done', result: { by: 'next' } });
  await inHand.close(true);
  await killed.close();
  await next.close();
  await place.end();
});

it('keeps the tables of jobs from being the application’s own', async () => {
  const place = await testDatabase();
  await migrateJobs(place.migrationUrl, 'svl_app');
  const client = new pg.Client({ connectionString: place.url });
  await client.connect();
  const { rows } = await client.query(
    `select distinct tableowner from pg_tables where schemaname = 'bullmq'`,
  );
  expect(rows).toEqual([{ tableowner: 'postgres' }]);
  await client.end();
  await place.drop();
});
