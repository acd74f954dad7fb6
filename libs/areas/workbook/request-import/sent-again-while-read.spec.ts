import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MemoryPastImports } from '../past-imports/memory-past-imports.js';
import { DoImport } from './do-import.js';
import { RequestImportCommand, RequestImportHandler } from './request-import.handler.js';
import { Uploads } from './uploads.js';

const about = { fileName: 'about.csv', bytes: Buffer.from('key,value\n') };
const contracts = { fileName: 'contracts.csv', bytes: Buffer.from('reference\nC01\n') };

let folder: string;
let uploads: Uploads;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'svl-uploads-'));
  uploads = new Uploads(folder);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** The folder was emptied and written anew under the job that read it: half a sheet could have gone in as a whole one. */
describe('An upload that is sent again while its job reads it', () => {
  it('leaves the files as they are', async () => {
    await uploads.keep('fenmarch', 'IM-1', [about, contracts]);
    const file = join(uploads.pathOf('fenmarch', 'IM-1'), 'contracts.csv');
    const { ino } = statSync(file);
    await Promise.all([1, 2, 3].map(() => uploads.keep('fenmarch', 'IM-1', [about, contracts])));
    expect(statSync(file).ino).toBe(ino);
    expect(readdirSync(join(folder, 'fenmarch'))).toEqual(['IM-1']);
  });

  it('is kept whole where two come at once', async () => {
    await Promise.all([1, 2, 3].map(() => uploads.keep('fenmarch', 'IM-1', [about, contracts])));
    expect(readdirSync(uploads.pathOf('fenmarch', 'IM-1')).sort()).toEqual(['about.csv', 'contracts.csv']);
    expect(readdirSync(join(folder, 'fenmarch'))).toEqual(['IM-1']);
  });
});

/** Its asker had been told 202, and read “under way” for ever; its files stayed. */
describe('An import whose job breaks off', () => {
  const doing = async (aborted: boolean) => {
    const imports = new MemoryPastImports();
    await imports.ask('fenmarch', { id: 'IM-1', request: 'r', actor: 'person-1', askedAt: '2026-01-01T00:00:00.000Z' });
    await uploads.keep('fenmarch', 'IM-1', [about]);
    const commands = { execute: () => Promise.reject(new Error('The connection was lost.')) };
    const directory = { nameOf: () => Promise.resolve(new Map()) };
    const job = new DoImport(commands as never, imports, directory as never, uploads, { now: () => '2026-01-01T00:00:05.000Z' });
    const data = { authority: 'fenmarch', id: 'IM-1', actor: 'person-1', commandId: 'k', createAuthority: null, check: false, allOrNothing: false, reason: null, kind: null };
    const signal = aborted ? AbortSignal.abort() : new AbortController().signal;
    await expect(job.run({ id: 'IM-1', data, progress: () => undefined, signal })).rejects.toThrow('The connection was lost.');
    return { ended: (await imports.find('fenmarch', 'IM-1'))!, left: readdirSync(join(folder, 'fenmarch')) };
  };

  it('has ended, says so, and leaves no files', async () => {
    const { ended, left } = await doing(false);
    expect(ended).toMatchObject({ endedAt: '2026-01-01T00:00:05.000Z', answer: null, failure: expect.stringContaining('broke off') });
    expect(left).toEqual([]);
  });

  it('is left to the next process, files and all, where this one ends', async () => {
    const { ended, left } = await doing(true);
    expect([ended.endedAt, left]).toEqual([null, ['IM-1']]);
  });
});

/** Of two files of one name the second silently replaced the first; a hidden one was passed over. */
describe('Files that could not all be kept', () => {
  const asking = (...parts: { fileName: string; bytes: Buffer }[]) =>
    new RequestImportHandler({ head: () => Promise.resolve({}) } as never, {} as never, {} as never, {} as never, uploads, {} as never).execute(
      new RequestImportCommand({ authority: 'fenmarch', commandId: 'k', actingAs: 'ann', parts, check: false, allOrNothing: false }),
    );

  it('are refused by name', async () => {
    await expect(asking(about, contracts, contracts)).rejects.toMatchObject({ faults: [{ field: 'file', value: 'contracts.csv', rule: 'must not come twice' }] });
    await expect(asking(about, { ...contracts, fileName: '.contracts.csv' })).rejects.toMatchObject({ faults: [{ value: '.contracts.csv', rule: 'must be a plain file name' }] });
  });
});
