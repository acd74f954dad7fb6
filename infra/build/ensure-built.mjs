import { compare } from './stamp.mjs';

/** Builds once where no current build exists, and says so. Asking costs a few milliseconds; building, some seconds. */
export async function ensureBuilt() {
  const { changed, gone, everything } = compare();
  if (changed.length === 0 && gone.length === 0) return;
  process.stderr.write(everything ? 'Compiling, once …\n' : `Compiling what has changed (${changed.length + gone.length} files) …\n`);
  try {
    const { build } = await import('./build.mjs');
    await build();
  } catch (error) {
    process.stderr.write(`${error.message}\n`);
    process.exit(3);
  }
}
