import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { plainFileName } from '../reader/plain-file-name.js';
import type { UploadedPart } from '../reader/csv/csv-parts.js';

/** What Nest injects the uploads by. */
export const UPLOADS = Symbol('Uploads');

/** Where the files of an import wait for their job: a folder each, in the data folder, until the import has ended. */
export class Uploads {
  constructor(private readonly folder: string) {}

  /** Keeps the parts of an upload; the same upload again overwrites itself. Names that are no plain file name are left out. */
  async keep(authority: string, id: string, parts: readonly UploadedPart[]): Promise<void> {
    const path = this.pathOf(authority, id);
    await rm(path, { recursive: true, force: true });
    await mkdir(path, { recursive: true, mode: 0o700 });
    for (const { fileName, bytes } of parts) {
      if (plainFileName(fileName)) await writeFile(join(path, fileName), bytes, { mode: 0o600 });
    }
  }

  /** The folder of an upload. */
  pathOf(authority: string, id: string): string {
    return join(this.folder, authority, id);
  }

  async remove(authority: string, id: string): Promise<void> {
    await rm(this.pathOf(authority, id), { recursive: true, force: true });
  }
}
