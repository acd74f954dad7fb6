import { createHash, randomUUID } from 'node:crypto';
import { mkdir, open, readdir, rename, rm, stat, type FileHandle } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { type EvidenceFiles, type FileContent, isSha256, type StoredFile } from './evidence-files.js';

/** What a crash left half written is cleared away after a day (by the machine's clock, as its files are dated). */
const ABANDONED_MS = 24 * 60 * 60 * 1000;

/**
 * Evidence in a folder: `ab/abcdef…`, under the hash of the content. A file is written under another name, brought to
 * the disk and then renamed, so that a name never stands for half a file.
 */
export class FolderEvidenceFiles implements EvidenceFiles {
  private readonly incoming: string;
  private ready: Promise<void> | undefined;

  /** @param folder need not exist yet */
  constructor(private readonly folder: string) {
    this.incoming = join(folder, 'incoming');
  }

  async store(content: FileContent): Promise<StoredFile> {
    await (this.ready ??= this.prepare());
    const temporary = join(this.incoming, randomUUID());
    try {
      const stored = await write(temporary, content);
      const place = this.placeOf(stored.sha256);
      const shelf = dirname(place);
      if ((await mkdir(shelf, { recursive: true, mode: 0o700 })) !== undefined) await bringToDisk(this.folder);
      await rename(temporary, place);
      await bringToDisk(shelf);
      return stored;
    } catch (error) {
      await rm(temporary, { force: true });
      throw error;
    }
  }

  async open(sha256: string): Promise<Readable | undefined> {
    if (!isSha256(sha256)) return undefined;
    try {
      return (await open(this.placeOf(sha256), 'r')).createReadStream();
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
      throw error;
    }
  }

  private placeOf(sha256: string): string {
    return join(this.folder, sha256.slice(0, 2), sha256);
  }

  private async prepare(): Promise<void> {
    try {
      await mkdir(this.incoming, { recursive: true, mode: 0o700 });
      for (const name of await readdir(this.incoming)) {
        const path = join(this.incoming, name);
        const found = await stat(path).catch(() => undefined);
        if (found && Date.now() - found.mtimeMs > ABANDONED_MS) await rm(path, { force: true });
      }
    } catch (error) {
      this.ready = undefined;
      throw error;
    }
  }
}

async function write(path: string, content: FileContent): Promise<StoredFile> {
  const file = await open(path, 'wx', 0o600);
  try {
    const stored = await writeAll(file, content);
    await file.sync();
    return stored;
  } finally {
    await file.close();
  }
}

async function writeAll(file: FileHandle, content: FileContent): Promise<StoredFile> {
  const hash = createHash('sha256');
  let bytes = 0;
  for await (const chunk of content instanceof Uint8Array ? [content] : content) {
    hash.update(chunk);
    bytes += chunk.byteLength;
    await file.writeFile(chunk);
  }
  return { sha256: hash.digest('hex'), bytes };
}

/** A rename lasts once the folder that it happened in is on the disk. */
async function bringToDisk(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
