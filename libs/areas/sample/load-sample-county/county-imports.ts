import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';

/** One of the imports by which the county came into its ledger. */
const countyImport = z.strictObject({
  /** The folder of CSVs, beside `imports.json`. */
  folder: z.string(),
  /** The moment at which it is imported. */
  at: z.iso.datetime({ offset: true }),
  /** The person who imports it. */
  by: z.string(),
  /** What is in it, for those who watch. */
  what: z.string(),
  kind: z.enum(['variation', 'entry-error']).optional(),
  reason: z.string().optional(),
});
export type CountyImport = z.infer<typeof countyImport>;

const county = z.strictObject({ authority: z.string(), name: z.string(), imports: z.array(countyImport).min(1) });

const home = new URL('../wexcombe/', import.meta.url);

const read = county.parse(JSON.parse(readFileSync(new URL('imports.json', home), 'utf8')));

/** The code of the sample county. */
export const WEXCOMBE = read.authority;
export const WEXCOMBE_NAME = read.name;

/** Its imports, the earliest first. */
export const countyImports: readonly CountyImport[] = read.imports;

/** Where an import's CSVs lie. */
export function folderOf({ folder }: CountyImport): string {
  return fileURLToPath(new URL(folder, home));
}
