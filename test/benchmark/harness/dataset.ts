import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { eventCatalogue } from '#domain/catalogue.js';
import { SettableClock } from '#domain/kernel/clock.js';
import type { OpenDatabase } from '#engine/database/open-database.js';
import type { Reference } from '#engine/ledger/ledger.js';
import { PostgresLedger } from '#engine/ledger/postgres-ledger.js';
import { removeDataDir } from '../../support/running-server.js';
import { history, HISTORY_VERSION, type HistoryEvent } from '../history.js';
import { check } from './row.js';
import { openBenchmarkDatabase } from './scratch-database.js';
import type { Settings } from './settings.js';

/** The code of the authority whose history a data set holds. */
export const AUTHORITY = 'large';
const CHUNK = 100_000;

/** A data folder with one authority's ledger of so many events: made once, and kept for the next row or run. */
export interface Dataset {
  readonly dataDir: string;
  readonly events: number;
}

/** Makes the ledger unless the folder has just this one already. The database is stopped afterwards. */
export async function dataset(events: number, { seed, data }: Settings, say: (line: string) => void): Promise<Dataset> {
  const dataDir = join(data, `history-${events}`);
  const stamp = JSON.stringify({ history: HISTORY_VERSION, seed, events });
  const stampFile = join(data, `history-${events}.json`);
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp && existsSync(dataDir)) return { dataDir, events };
  rmSync(stampFile, { force: true });
  removeDataDir(dataDir);
  mkdirSync(data, { recursive: true });
  say(`making a ledger of ${events.toLocaleString('en-GB')} events in ${dataDir}`);
  const opened = await openBenchmarkDatabase(dataDir);
  try {
    await importHistory(opened, AUTHORITY, history({ seed, events }), events, say);
  } finally {
    await opened.stop();
  }
  writeFileSync(stampFile, stamp);
  return { dataDir, events };
}

/** Imports a history in chunks, recorded on its own days. */
export async function importHistory(
  { database }: Pick<OpenDatabase, 'database'>,
  authority: string,
  said: Iterable<HistoryEvent>,
  total: number,
  say: (line: string) => void,
): Promise<void> {
  const clock = new SettableClock('2022-04-01T12:00:00.000Z');
  const ledger = new PostgresLedger({ database, catalogue: eventCatalogue, clock });
  await ledger.open(authority, 'A large authority');
  const versions = new Map<string, number>();
  const began = performance.now();
  let done = 0;
  for (const chunk of chunks(said, CHUNK)) {
    clock.set(`${chunk.at(-1)!.recordedOn}T12:00:00.000Z`);
    const expectedVersions = new Map(chunk.map(({ stream }) => [stream, versions.get(stream) ?? 0]));
    const references = chunk.flatMap(({ reference }): Reference[] => (reference ? [reference] : []));
    const outcome = await ledger.import({ authority, commandId: randomUUID(), requestHash: '0'.repeat(64), actor: 'person-clerk', expectedVersions, events: chunk, references });
    if (outcome.outcome !== 'appended') throw new Error(JSON.stringify(outcome));
    for (const [stream, version] of Object.entries(outcome.versions)) versions.set(stream, version);
    done += chunk.length;
    say(`${done.toLocaleString('en-GB')} of ${total.toLocaleString('en-GB')} events, ${Math.round((done * 1_000) / (performance.now() - began)).toLocaleString('en-GB')} a second`);
  }
  check('entries of the ledger that was made', (await ledger.head(authority))?.position, total);
}

function* chunks(said: Iterable<HistoryEvent>, size: number): Generator<HistoryEvent[]> {
  let chunk: HistoryEvent[] = [];
  for (const each of said) {
    chunk.push(each);
    if (chunk.length < size) continue;
    yield chunk;
    chunk = [];
  }
  if (chunk.length > 0) yield chunk;
}
