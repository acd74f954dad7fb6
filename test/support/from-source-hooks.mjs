import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import { transformFile } from '@swc/core';

const root = new URL('../../', import.meta.url);

/** `#engine/x.js` and `./x.js` are `x.ts` on disk. */
export function resolve(specifier, context, next) {
  const alias = /^#(domain|areas|engine|surface)\/(.*)\.js$/.exec(specifier);
  if (alias) return next(new URL(`libs/${alias[1]}/${alias[2]}.ts`, root).href, context);
  if (/^\.{1,2}\/.*\.js$/.test(specifier) && context.parentURL?.startsWith(root.href)) {
    const source = new URL(specifier.replace(/\.js$/, '.ts'), context.parentURL);
    if (existsSync(source)) return next(source.href, context);
  }
  return next(specifier, context);
}

export async function load(url, context, next) {
  if (!url.endsWith('.ts')) return next(url, context);
  const { code } = await transformFile(fileURLToPath(url), { cwd: fileURLToPath(root), sourceMaps: 'inline' });
  return { format: 'module', source: code, shortCircuit: true };
}
