import { randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { plainFileName } from '../reader/plain-file-name.js';
import type { UploadedPart } from '../reader/files/named-files.js';

/** What Nest injects the uploads by. */
export const UPLOADS = Symbol('Uploads');

/** How a rename says that the folder is there and holds files (which of the two, the file system decides). */
const STANDS_ALREADY = new Set(['ENOTEMPTY', 'EEXIST']);

/** What is younger may be on its way (by the machine's clock, as its files are dated). */
const ABANDONED_MS = 60 * 60 * 1000;

/** Uploads of these names wait for somebody to confirm them. */
const WAITS_FOR_SOMEBODY = /^UP-/;
/** How long they wait. */
export const CONFIRM_WITHIN_MS = 7 * 24 * 60 * 60 * 1000;

/** An upload on its way in: kept whole, or not at all. */
export interface ArrivingFiles {
  /** Writes a file, as it comes. Its name must be a plain file name. */
  add(fileName: string, content: Readable): Promise<void>;
  keep(): Promise<void>;
  drop(): Promise<void>;
}

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

  /** Begins to take in an upload, file by file, none of them held in memory. */
  async receive(authority: string, id: string): Promise<ArrivingFiles> {
    const path = this.pathOf(authority, id);
    const incoming = join(dirname(path), `.${randomUUID()}`);
    await mkdir(incoming, { recursive: true, mode: 0o700 });
    return {
      add: (fileName, content) => pipeline(content, createWriteStream(join(incoming, fileName), { mode: 0o600, flags: 'wx' })),
      keep: () => rename(incoming, path),
      drop: () => rm(incoming, { recursive: true, force: true }),
    };
  }

  /** Keeps a note about an upload beside its files, for as long as these are kept. Where they are gone, so is the note. */
  async note(authority: string, id: string, about: string, note: object): Promise<void> {
    const path = this.notePath(authority, id, about);
    const draft = `${path}-${randomUUID()}`;
    try {
      await writeFile(draft, JSON.stringify(note), { mode: 0o600 });
      await rename(draft, path);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    }
  }

  /** What was noted about an upload; undefined where nothing was, or its files are gone. */
  async noted<Note extends object>(authority: string, id: string, about: string): Promise<Note | undefined> {
    try {
      return JSON.parse(await readFile(this.notePath(authority, id, about), 'utf8')) as Note;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
      throw error;
    }
  }

  /** Hidden, so that no reader takes it for a file of the upload. */
  private notePath(authority: string, id: string, about: string): string {
    return join(this.pathOf(authority, id), `.${about}.json`);
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
   * import waits for; and what nobody has confirmed within seven days.
   */
  async clearAbandoned(isAwaited: (id: string) => Promise<boolean>): Promise<void> {
    for (const authority of await namesIn(this.folder)) {
      for (const name of await namesIn(join(this.folder, authority))) {
        const path = join(this.folder, authority, name);
        const found = await stat(path).catch(() => undefined);
        const kept = WAITS_FOR_SOMEBODY.test(name) ? CONFIRM_WITHIN_MS : ABANDONED_MS;
        if (!found || Date.now() - found.mtimeMs < kept) continue;
        if (name.startsWith('.') || !(await isAwaited(name))) await rm(path, { recursive: true, force: true });
      }
    }
  }
}

const namesIn = (folder: string): Promise<string[]> => readdir(folder).catch(() => []);
