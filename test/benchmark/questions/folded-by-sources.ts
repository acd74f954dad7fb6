import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** What decides how the totals of a ledger are folded and laid out. */
const FOLDED_BY = ['libs/areas/totals/fold', 'libs/engine/projections', 'libs/domain/contract', 'libs/domain/measures'];

/** Folds unless the note beside the data set says that these sources have folded it. */
export async function foldedBySources(note: string, fold: () => Promise<void>): Promise<void> {
  const sources = hashOfSources();
  if (existsSync(note) && readFileSync(note, 'utf8') === sources) return;
  await fold();
  writeFileSync(note, sources);
}

function hashOfSources(): string {
  const home = fileURLToPath(new URL('../../../', import.meta.url));
  const hash = createHash('sha256');
  for (const folder of FOLDED_BY) {
    const files = readdirSync(join(home, folder), { recursive: true, encoding: 'utf8' }).filter((name) => /\.(ts|sql)$/.test(name) && !name.endsWith('.spec.ts'));
    for (const file of files.sort()) hash.update(file).update(readFileSync(join(home, folder, file)));
  }
  return hash.digest('hex');
}
