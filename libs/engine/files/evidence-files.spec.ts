import { mkdir, mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { evidenceFilesConformance } from './evidence-files.conformance.js';
import { FolderEvidenceFiles } from './folder-evidence-files.js';
import { MemoryEvidenceFiles } from './memory-evidence-files.js';

const folders: string[] = [];
async function aFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'evidence-'));
  folders.push(folder);
  return folder;
}
afterAll(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true, force: true }))));

evidenceFilesConformance('Evidence in memory', () => new MemoryEvidenceFiles());
evidenceFilesConformance('Evidence in a folder', async () => new FolderEvidenceFiles(join(await aFolder(), 'not', 'yet', 'there')));

describe('Evidence in a folder', () => {
  it('is found again after a restart', async () => {
    const folder = await aFolder();
    const { sha256 } = await new FolderEvidenceFiles(folder).store(Buffer.from('payroll'));
    const found = await new FolderEvidenceFiles(folder).open(sha256);
    expect(Buffer.concat((await found!.toArray()) as Buffer[]).toString()).toBe('payroll');
  });

  it('leaves nothing half written, and clears away what a crash left a day ago', async () => {
    const folder = await aFolder();
    await mkdir(join(folder, 'incoming'));
    await writeFile(join(folder, 'incoming', 'abandoned'), 'half');
    await writeFile(join(folder, 'incoming', 'under-way'), 'half');
    const twoDaysAgo = new Date(Date.now() - 48 * 3_600_000);
    await utimes(join(folder, 'incoming', 'abandoned'), twoDaysAgo, twoDaysAgo);
    await new FolderEvidenceFiles(folder).store(Buffer.from('whole'));
    expect(await readdir(join(folder, 'incoming'))).toEqual(['under-way']);
  });

  it('says what the file system said when it cannot write', async () => {
    const folder = await aFolder();
    await writeFile(join(folder, 'taken'), 'a file, not a folder');
    await expect(new FolderEvidenceFiles(join(folder, 'taken')).store(Buffer.from('x'))).rejects.toThrow(/ENOTDIR|EEXIST/);
  });
});
