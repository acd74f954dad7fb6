/**
 * Tells in a stack where something is in the sources, as `node --enable-source-maps` does; but maps are read when an
 * error is told, not with every module that is loaded, which takes a tenth of a start.
 */
import { readFileSync } from 'node:fs';
import { SourceMap } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { root } from './sources.mjs';

const home = pathToFileURL(root);
const dist = new URL('dist/', home).href;
const bundles = new URL('bundle/', dist).href;
const maps = new Map();

Error.prepareStackTrace = (error, frames) => [header(error), ...frames.map((frame) => `    at ${inSources(String(frame))}`)].join('\n');

function header(error) {
  try {
    return Error.prototype.toString.call(error);
  } catch {
    return 'Error';
  }
}

/** `review (file:///…/dist/libs/x.js:10:5)` → `review (…/libs/x.ts:12:5)` */
function inSources(frame) {
  return frame.replace(/(file:\/\/[^\s()]+\.js):(\d+):(\d+)/, (found, url, line, column) => {
    const entry = url.startsWith(dist) ? mapOf(url)?.findEntry(Number(line) - 1, Number(column) - 1) : undefined;
    if (entry?.originalSource === undefined) return found;
    const place = `${entry.originalLine + 1}:${entry.originalColumn + 1}`;
    // a bundle was made from what is compiled, which has maps of its own
    if (url.startsWith(bundles)) return inSources(`${new URL(entry.originalSource, url).href}:${place}`);
    return `${fileURLToPath(new URL(url.slice(dist.length).replace(/\.js$/, '.ts'), home))}:${place}`;
  });
}

/** Undefined where it cannot be read: a stack is told all the same. */
function mapOf(url) {
  if (!maps.has(url)) {
    let map;
    try {
      map = new SourceMap(JSON.parse(readFileSync(fileURLToPath(`${url}.map`), 'utf8')));
    } catch {
      map = undefined;
    }
    maps.set(url, map);
  }
  return maps.get(url);
}
