import { createReadStream } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { fileBytes } from './byte-source.js';
import type { NamedFiles } from './named-files.js';

/** The files that lie in a folder itself. */
export async function folderFiles(path: string): Promise<NamedFiles> {
  const entries = await readdir(path, { withFileTypes: true });
  return {
    name: basename(path),
    names: entries.filter((entry) => entry.isFile()).map(({ name }) => name),
    open: (name) => fileBytes(join(path, name)),
    stream: (name) => Promise.resolve(createReadStream(join(path, name))),
  };
}
