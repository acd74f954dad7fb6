import { randomUUID } from 'node:crypto';
import { mkdir, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { plainFileName } from '../reader/plain-file-name.js';
import type { UploadedPart } from '../reader/files/named-files.js';

/** What Nest injects the uploads by. */
export const UPLOADS = Symbol('Uploads');

/** How a rename says that the folder is there and holds files (which of the two, the file system decides). */
const STANDS_ALREADY = new Set(['ENOTEMPTY', 'EEXIST']);

/** What is younger may be on its way (by the machine's clock, as its files are dated). */
const ABANDONED_MS = 60 * 60 * 1000;

/** Where the files of an import wait for their job: a folder each, in the data folder, until the import has ended. */
export class Uploads {
  constructor(private readonly folder: string) {}

  /**
   * Keeps the parts of an upload, all of them at once. The same upload sent again changes nothing: its job may be reading
   * the files. Names that are no plain file name are left out.
   */
  async keep(authority: string, id: string, parts: readonly UploadedPart[]): Promise<void> {
    const path = this.pathOf(authority, id);
    const incoming = join(dirname(path), `.${randomUUID()}`);
    try {
      await mkdir(incoming, { recursive: true, mode: 0o700 });
      for (const { fileName, bytes } of parts) {
        if (plainFileName(fileName)) await writeFile(join(incoming, fileName), bytes, { mode: 0o600 });
      }
      await rename(incoming, path);
    } catch (error) {
      await rm(incoming, { recursive: true, force: true });
      if (!STANDS_ALREADY.has((error as NodeJS.ErrnoException).code ?? '')) throw error;
    }
  }

  /** The folder of an upload. */
  pathOf(authority: string, id: string): string {
    return join(this.folder, authority, id);
  }

  async remove(authority: string, id: string): Promise<void> {
    await rm(this.pathOf(authority, id), { recursive: true, force: true });
  }

  /**
   * Clears away what a killed server left behind an hour ago or more: uploads that were not kept whole, and those that no
   * import waits for.
   */
  async clearAbandoned(isAwaited: (id: string) => Promise<boolean>): Promise<void> {
    for (const authority of await namesIn(this.folder)) {
      for (const name of await namesIn(join(this.folder, authority))) {
        const path = join(this.folder, authority, name);
        const found = await stat(path).catch(() => undefined);
        if (!found || Date.now() - found.mtimeMs < ABANDONED_MS) continue;
        if (name.startsWith('.') || !(await isAwaited(name))) await rm(path, { recursive: true, force: true });
      }
    }
  }
}

const namesIn = (folder: string): Promise<string[]> => readdir(folder).catch(() => []);
