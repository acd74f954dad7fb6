import { loadSampleCounty, samplePeople, WEXCOMBE, WEXCOMBE_NAME } from '#areas/sample/index.js';
import { eventCatalogue } from '#domain/catalogue.js';
import type { Config } from '#engine/config/config.js';
import type { Database } from '#engine/database/database.js';
import { PostgresLedger } from '#engine/ledger/postgres-ledger.js';
import type { Parts } from '../assembly/parts.js';

/** Folding it takes some seconds; a start that took longer would rather show an empty page. */
const FOLDED_WITHIN_MS = 60_000;

/**
 * Loads the sample county into a data folder that holds nothing else, and says who lives there. Answers whether it went in
 * just now, so that its read models are still to be folded.
 */
export async function loadSample({ sample }: Config, database: Database, parts: Parts, say: (line: string) => void): Promise<boolean> {
  if (sample === 'none') return false;
  const others = (await parts.ledger.heads()).filter(({ authority }) => authority !== WEXCOMBE);
  if (others.length > 0) return false;
  const { directory, importedRows, evidence, clock } = parts;
  const ports = {
    ledgerBy: (countyClock: Parts['clock']) => new PostgresLedger({ database, catalogue: eventCatalogue, clock: countyClock }),
    ...{ directory, importedRows, evidenceFiles: evidence, clock },
  };
  const outcome = await loadSampleCounty(ports, ({ done, of, what }) => say(`Loading the sample county, ${done} of ${of}: ${what}`));
  if (outcome !== 'loaded') return false;
  const width = Math.max(...samplePeople.map(({ role }) => role.length));
  say(`${WEXCOMBE_NAME} is invented. Act as one of its people with --as, or with the header Acting-As:`);
  for (const { role, name, email } of samplePeople) say(`  ${role.padEnd(width)}  ${name} <${email}>`);
  return true;
}

/** Waits until every read model has the sample county, so that nobody's first look is at an empty one. */
export async function untilSampleIsFolded({ engine, ledger }: Parts): Promise<void> {
  const head = await ledger.head(WEXCOMBE);
  if (head) await engine.checkpoints.waitFor(engine.projections, WEXCOMBE, head.position, FOLDED_WITHIN_MS);
}
