import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, utimesSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { JobStatus } from '#engine/jobs/jobs.js';
import { problemOf } from '#surface/http/problem-json/problem-of.js';
import type { ImportAnswer } from '../import-workbook/import-answer.js';
import { MemoryPastImports } from '../past-imports/memory-past-imports.js';
import { DoImport } from './do-import.js';
import { underWayOf } from './import-under-way.js';
import { RequestImportCommand, RequestImportHandler } from './request-import.handler.js';
import { Uploads } from './uploads.js';

const about = { fileName: 'about.csv', bytes: Buffer.from('key,value\n') };
const counts = { rows: 1, added: 1, changed: 0, unchanged: 0, held: 0, refused: 0, absent: 0, events: 1 };
const answer: ImportAnswer = { status: 'accepted', position: 7, counts, held: [], absent: [], warnings: [], problems: [] };
const data = { authority: 'fenmarch', id: 'IM-1', actor: 'person-1', commandId: 'k', createAuthority: null, check: false, allOrNothing: false, reason: null, kind: null };
const run = { id: 'IM-1', data, progress: () => undefined, signal: new AbortController().signal };

let folder: string;
let uploads: Uploads;
let imports: MemoryPastImports;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'svl-uploads-'));
  uploads = new Uploads(folder);
  imports = new MemoryPastImports();
  await imports.ask('fenmarch', { id: 'IM-1', request: 'r', actor: 'person-1', askedAt: '2026-01-01T00:00:00.000Z' });
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const doing = (execute: () => Promise<ImportAnswer>) =>
  new DoImport({ execute } as never, imports, { nameOf: () => Promise.resolve(new Map()) } as never, uploads, { now: () => '2026-01-01T00:00:05.000Z' });

/** A connection that was cut in the midst was told as a fault of the import's own, whether it had gone in or not. */
describe('An import whose connection to the database is cut', () => {
  it('is done again', async () => {
    await uploads.keep('fenmarch', 'IM-1', [about]);
    let times = 0;
    const result = await doing(() => (++times === 1 ? Promise.reject(Object.assign(new Error('terminating connection'), { code: '57P01' })) : Promise.resolve(answer))).run(run);
    expect({ times, result }).toEqual({ times: 2, result: { id: 'IM-1', answer } });
    expect(await imports.find('fenmarch', 'IM-1')).toMatchObject({ answer: { position: 7 }, failure: null });
  });
});

/** Its sender was told that nothing had been recorded, and then it was. */
describe('An import whose sender loses the database while it waits', () => {
  it('is not told to be recorded nowhere', async () => {
    const lost = Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED', syscall: 'connect' });
    expect(problemOf(lost)).toMatchObject({ kind: 'unavailable' });
    const jobs = { enqueue: () => Promise.resolve(), finished: () => Promise.reject(lost) };
    const directory = { personId: () => Promise.resolve('person-1') };
    const handler = new RequestImportHandler({ head: () => Promise.resolve({}) } as never, directory as never, imports, jobs as never, uploads, { now: () => '2026-01-01T00:00:05.000Z' });
    const asking = handler.execute(new RequestImportCommand({ authority: 'fenmarch', commandId: 'k', actingAs: 'ann', parts: [about], check: false, allOrNothing: false }));
    const failure: unknown = await asking.catch((error: unknown) => error);
    expect([failure, problemOf(failure)]).toEqual([expect.objectContaining({ cause: lost }), undefined]);
  });
});

/** Done a second time it found its files gone, and its job was told to have failed. */
describe('An import whose server was killed when all but its job had ended', () => {
  it('answers what was answered', async () => {
    await imports.end('fenmarch', 'IM-1', '2026-01-01T00:00:03.000Z', { answer });
    expect(await doing(() => Promise.reject(new Error('It is not imported again.'))).run(run)).toEqual({ id: 'IM-1', answer });
  });
});

/** It was told to be under way, for ever. */
describe('An import that nobody does', () => {
  const seen = async (job: Partial<JobStatus> | undefined) => underWayOf((await imports.find('fenmarch', 'IM-1'))!, job as JobStatus | undefined);

  it('because its server was killed before it could ask for the job, is told to be sent again', async () => {
    expect(await seen(undefined)).toEqual({ id: 'IM-1', state: 'failed', progress: null, failure: expect.stringContaining('Send it again; the same Idempotency-Key will do.') as string });
  });

  it('because it brought servers down again and again, is told to have failed', async () => {
    const failure = 'It was left behind by a process that ended, again and again, and is not tried any more.';
    expect(await seen({ state: 'failed', progress: null, failure })).toMatchObject({ state: 'failed', failure });
  });

  it.each(['waiting', 'running'] as const)('is one whose job is not: %s', async (state) => {
    expect(await seen({ state, progress: { done: 3, total: 9 }, failure: null })).toMatchObject({ state: 'under way', progress: { done: 3, of: 9 }, failure: null });
  });
});

/** Files with what people typed lay in the data folder for ever. */
describe('Uploads that a killed server left behind', () => {
  it('are cleared away after an hour, but for those that a job waits for', async () => {
    const made = ['.half-old', 'IM-old', 'IM-waited-for', '.half-young', 'IM-young'];
    const before = new Date(Date.now() - 2 * 60 * 60 * 1_000);
    for (const name of made) {
      mkdirSync(join(folder, 'fenmarch', name), { recursive: true });
      if (!name.endsWith('young')) utimesSync(join(folder, 'fenmarch', name), before, before);
    }
    const jobs = { status: (_kind: unknown, id: string) => Promise.resolve(id === 'IM-waited-for' ? { state: 'waiting' } : id === 'IM-old' ? { state: 'failed' } : undefined) };
    await doing(() => Promise.reject(new Error())).clearAbandoned(jobs as never);
    expect(readdirSync(join(folder, 'fenmarch')).sort()).toEqual(['.half-young', 'IM-waited-for', 'IM-young']);
  });

  it('are cleared away after seven days where somebody was to confirm them', async () => {
    const days = (count: number): Date => new Date(Date.now() - count * 24 * 60 * 60 * 1_000);
    for (const [name, age] of [['UP-1', 6.9], ['UP-2', 7.1]] as const) {
      mkdirSync(join(folder, 'fenmarch', name), { recursive: true });
      utimesSync(join(folder, 'fenmarch', name), days(age), days(age));
    }
    await doing(() => Promise.reject(new Error())).clearAbandoned({ status: () => Promise.resolve(undefined) } as never);
    expect(readdirSync(join(folder, 'fenmarch'))).toEqual(['UP-1']);
  });

  it('are none where nothing was ever sent', async () => {
    rmSync(folder, { recursive: true });
    await doing(() => Promise.reject(new Error())).clearAbandoned({} as never);
    expect(existsSync(folder)).toBe(false);
  });
});
