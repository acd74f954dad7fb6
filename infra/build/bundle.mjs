/**
 * Puts what a process of ours loads into few files: a start reads a dozen modules for a thousand, and takes half as long.
 * Most packages stay where they are. What is compiled stays too: what lies beside the code (SQL, templates) is read there.
 */
import { existsSync, readFileSync } from 'node:fs';
import { readdir, rm } from 'node:fs/promises';
import { basename, join, relative } from 'node:path';

import { root } from './sources.mjs';

const dist = join(root, 'dist');
const folder = join(dist, 'bundle');

/** What begins a process or a thread, by the name of its bundle. */
const ENTRIES = {
  svl: 'apps/cli/main.js',
  start: 'apps/standalone/main.js',
  'engine-room.thread': 'apps/standalone/engine-room.thread.js',
};

/** @param put how a file is written: in one step, for a process that reads it meanwhile */
export async function bundle(put) {
  const entries = Object.entries(ENTRIES).filter(([, path]) => existsSync(join(dist, path)));
  if (entries.length === 0) return;
  const { build } = await import('esbuild');
  const { outputFiles } = await build({
    entryPoints: entries.map(([out, path]) => ({ out, in: join(dist, path) })),
    outdir: folder,
    bundle: true,
    splitting: true,
    write: false,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    sourcemap: 'linked',
    sourcesContent: false,
    // Nest tells classes by name, and esbuild renames those of one name
    keepNames: true,
    logLevel: 'silent',
    plugins: [ourOwn],
  });
  for (const { path, text } of outputFiles) await put(path, text);
  const made = new Set(outputFiles.map(({ path }) => basename(path)));
  // not what another build is just writing, under a name of its own
  const bundles = (await readdir(folder)).filter((name) => /\.js(\.map)?$/.test(name));
  for (const name of bundles) if (!made.has(name)) await rm(join(folder, name), { force: true });
}

/** Packages of many files that nothing but our own modules imports. Nest's would not bear it: its modules import one another in circles. */
const TAKEN_IN = /^(zod|temporal-polyfill|csv-parse|csv-stringify)(\/|$)/;

const ourOwn = {
  name: 'our own modules',
  setup(build) {
    build.onResolve({ filter: /^[^./#]/ }, ({ path, kind }) => (kind === 'entry-point' || TAKEN_IN.test(path) ? undefined : { path, external: true }));
    build.onResolve({ filter: /^#/ }, ({ path }) => ({ path: join(dist, 'libs', path.slice(1)) }));
    build.onLoad({ filter: /\.js$/ }, ({ path }) => ({ contents: fromWhereItWas(readFileSync(path, 'utf8'), path), loader: 'js' }));
  },
};

/** A module asks for what lies beside it where it was compiled to; but for a thread of ours, which is a bundle beside this one. */
function fromWhereItWas(source, path) {
  const here = `new URL(${JSON.stringify(relative(folder, path))}, import.meta.url).href`;
  return source
    .replace(/^\/\/# sourceMappingURL=.*$/m, '')
    .replace(/(new URL\('\.\/([\w.-]+)\.js', )?import\.meta\.url/g, (found, begun = '', name) => (name in ENTRIES ? found : `${begun}${here}`));
}
