import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../../', import.meta.url));

/** The folders that are built, and what else decides what comes out. */
const folders = ['apps', 'libs'];
const tools = ['.swcrc', 'package.json', 'infra/build/build.mjs', 'infra/build/bundle.mjs', 'infra/build/sources.mjs'];

const compiled = /\.ts$/;
const copied = /\.(sql|njk|json|csv|txt|css|js|svg|png|ico|html)$/;
const sass = /\.scss$/;
const left = /\.(spec|acceptance|spec-d)\.ts$|\.d\.ts$/;

/** What is done with a file: `compile`, `copy`, `sass`, or nothing. */
export function treatment(path) {
  if (left.test(path)) return undefined;
  if (compiled.test(path)) return 'compile';
  if (sass.test(path)) return 'sass';
  return copied.test(path) ? 'copy' : undefined;
}

/** Every file that goes into a build, by its path from the root, with what its state is told by. */
export function sources() {
  const found = new Map();
  const walk = (folder) => {
    let entries;
    try {
      entries = readdirSync(join(root, folder), { withFileTypes: true });
    } catch {
      return;
    }
    for (const entry of entries) {
      const path = `${folder}/${entry.name}`;
      if (entry.isDirectory()) walk(path);
      else if (treatment(path)) found.set(path, state(path));
    }
  };
  for (const folder of folders) walk(folder);
  return found;
}

function state(path) {
  const { size, mtimeMs } = statSync(join(root, path));
  return { size, mtime: Math.round(mtimeMs) };
}

export function hashOf(path) {
  return createHash('sha256').update(readFileSync(join(root, path))).digest('base64url').slice(0, 22);
}

/** What the settings of the build are; another value means building everything again. */
export function toolHash() {
  return tools.map(hashOf).join();
}
