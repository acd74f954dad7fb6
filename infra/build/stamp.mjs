import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { hashOf, root, sources, toolHash } from './sources.mjs';

const file = join(root, 'dist', '.stamp.json');

/** What `dist` was built from; empty where there is no build. */
export function readStamp() {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return { tools: '', files: {} };
  }
}

export function writeStamp(stamp) {
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, JSON.stringify(stamp));
  renameSync(draft, file);
}

/**
 * What has changed since the build: `changed` and `gone` by path, and the stamp that a build would leave. A file is
 * read only where its size or time differs, so asking costs a few milliseconds.
 */
export function compare(stamp = readStamp()) {
  const tools = toolHash();
  const known = stamp.tools === tools ? stamp.files : {};
  const files = {};
  const changed = [];
  let touched = false;
  for (const [path, { size, mtime }] of sources()) {
    const before = known[path];
    if (before && before.size === size && before.mtime === mtime) {
      files[path] = before;
      continue;
    }
    const hash = hashOf(path);
    files[path] = { size, mtime, hash };
    if (before?.hash === hash) touched = true;
    else changed.push(path);
  }
  const gone = Object.keys(stamp.files).filter((path) => !(path in files));
  return { changed, gone, touched, stamp: { tools, files }, everything: known !== stamp.files };
}
