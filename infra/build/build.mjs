/**
 * Compiles `apps` and `libs` to `dist`, copies what is read beside the code (SQL, templates), and makes the assets.
 * Does only what has changed since the last build. Types are checked elsewhere (`npm run types`): a build must be
 * quick, and must not need the development packages.
 */
import { cp, mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';

import { bundle } from './bundle.mjs';
import { root, treatment } from './sources.mjs';
import { compare, writeStamp } from './stamp.mjs';

const dist = join(root, 'dist');
const assets = join(dist, 'assets');

/** Builds what has changed; answers how many files that were. Throws a sentence for a source that cannot be compiled. */
export async function build() {
  const { changed, gone, touched, stamp, everything } = compare();
  if (everything) await rm(dist, { recursive: true, force: true });
  await mkdir(dist, { recursive: true });
  const toDo = { compile: [], copy: [], sass: [] };
  for (const path of changed) toDo[treatment(path)].push(path);
  for (const path of gone) for (const file of outputs(path)) await rm(file, { force: true });
  await compile(toDo.compile);
  await Promise.all(toDo.copy.map(copy));
  const sheets = toDo.sass.length > 0 || gone.some((path) => treatment(path) === 'sass');
  if (sheets) await styles(Object.keys(stamp.files).filter((path) => treatment(path) === 'sass'));
  if (everything) await scripts();
  if (toDo.compile.length > 0 || gone.some((path) => treatment(path) === 'compile')) await bundle(put);
  if (everything || touched || changed.length > 0 || gone.length > 0) writeStamp(stamp);
  return changed.length + gone.length;
}

async function compile(paths) {
  if (paths.length === 0) return;
  const { transformFile } = await import('@swc/core');
  await Promise.all(
    paths.map(async (path) => {
      const [script, map] = outputs(path);
      const { code, map: source } = await transformFile(join(root, path), { cwd: root, sourceMaps: true }).catch((error) => {
        throw new Error(`${path} cannot be compiled:\n${error.message}`);
      });
      await put(script, `${code}\n//# sourceMappingURL=${map.slice(dirname(map).length + 1)}\n`);
      await put(map, source);
    }),
  );
}

/** Files beside the code stay beside it; those in an `assets` folder are served, and go where they are served from. */
async function copy(path) {
  const [file] = outputs(path);
  await mkdir(dirname(file), { recursive: true });
  await cp(join(root, path), file);
}

/** Every style sheet that is not a part of another (`_part.scss`). */
async function styles(paths) {
  const { compile: compileSass } = await import('sass');
  for (const path of paths) {
    const name = path.slice(path.lastIndexOf('/') + 1);
    if (name.startsWith('_')) continue;
    const { css } = compileSass(join(root, path), {
      style: 'compressed',
      loadPaths: [join(root, 'node_modules')],
      quietDeps: true,
    });
    await put(join(assets, name.replace(/\.scss$/, '.css')), css);
  }
}

/** GOV.UK Frontend's behaviour. Not its fonts and images: those are the typeface and the crown, which are not ours. */
async function scripts() {
  const from = join(root, 'node_modules', 'govuk-frontend', 'dist', 'govuk');
  await mkdir(assets, { recursive: true });
  await cp(join(from, 'govuk-frontend.min.js'), join(assets, 'govuk-frontend.min.js'));
}

function outputs(path) {
  if (treatment(path) === 'sass') return [join(assets, path.slice(path.lastIndexOf('/') + 1).replace(/\.scss$/, '.css'))];
  const served = /\/assets\/(.+)$/.exec(path);
  if (served) return [join(assets, served[1])];
  const file = join(dist, path.replace(/\.ts$/, '.js'));
  return path.endsWith('.ts') ? [file, `${file}.map`] : [file];
}

/** In one step, for a process that reads it meanwhile. */
async function put(file, content) {
  await mkdir(dirname(file), { recursive: true });
  const draft = `${file}.${process.pid}`;
  await writeFile(draft, content);
  await rename(draft, file);
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  try {
    await build();
  } catch (error) {
    console.error(error.message);
    process.exitCode = 1;
  }
}
