import { readFileSync } from 'node:fs';

const sql = (name: string): string => readFileSync(new URL(`./queries/${name}.sql`, import.meta.url), 'utf8');

/** What the ledger asks of PostgreSQL, beside the functions of its migrations. */
export const statements = {
  entriesAfter: sql('entries-after'),
  entriesOfStream: sql('entries-of-stream'),
  entriesAt: sql('entries-at'),
  heads: sql('heads'),
  references: sql('references'),
  texts: sql('texts'),
  importStreams: sql('import-streams'),
  importReferences: sql('import-references'),
  importHead: sql('import-head'),
  importCommand: sql('import-command'),
  verifyExtent: sql('verify-extent'),
  verifyEntries: sql('verify-entries'),
  verifyCommands: sql('verify-commands'),
  verifyUnclaimed: sql('verify-unclaimed'),
  verifyTexts: sql('verify-texts'),
} as const;
