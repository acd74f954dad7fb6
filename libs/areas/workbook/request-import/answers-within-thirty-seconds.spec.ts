import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MemoryPastImports } from '../past-imports/memory-past-imports.js';
import { ImportsApi } from './request-import.api.js';
import { type RequestImportCommand, RequestImportHandler } from './request-import.handler.js';
import { Uploads } from './uploads.js';

const folder = mkdtempSync(join(tmpdir(), 'svl-within-thirty-seconds-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A queue whose job is still running when the wait is over, as the queue's contract says: it answers how the job stands. */
function waiting() {
  const waited: number[] = [];
  const status = { state: 'running', progress: { done: 4_000, total: 10_000 }, result: undefined, failure: null };
  const jobs = {
    enqueue: () => Promise.resolve(),
    finished: (_job: unknown, _id: string, ms: number) => {
      waited.push(ms);
      return Promise.resolve(status);
    },
    status: () => Promise.resolve(status),
  } as never;
  const imports = new MemoryPastImports();
  const ledger = { head: () => Promise.resolve({}) } as never;
  const directory = { personId: () => Promise.resolve('person-1') } as never;
  const handler = new RequestImportHandler(ledger, directory, imports, jobs, new Uploads(folder), { now: () => '2026-01-01T00:00:05.000Z' });
  const commands = { execute: (command: RequestImportCommand) => handler.execute(command) } as never;
  return { api: new ImportsApi(commands, imports, jobs), waited };
}

describe('An import that takes longer than thirty seconds', () => {
  it('is answered after them, with where to come back and how far it is', async () => {
    const { api, waited } = waiting();
    const files = [{ part: 'about', fileName: 'about.csv', bytes: Buffer.from('key,value\n') }];
    const answered = await api.request({ params: { code: 'fenmarch' }, body: { check: false, allOrNothing: false }, files, commandId: 'k', actingAs: 'ann' } as never);
    expect(waited).toEqual([30_000]);
    expect(answered).toMatchObject({ status: 202, body: { id: expect.stringMatching(/^IM-[0-9a-f]{16}$/) as string, state: 'under way', progress: { done: 4_000, of: 10_000 } } });
    const { id } = (answered as { body: { id: string } }).body;
    expect(await api.see({ params: { code: 'fenmarch', id } } as never)).toEqual((answered as { body: object }).body);
  });
});
