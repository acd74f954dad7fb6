import { loadSampleCounty, samplePeople, WEXCOMBE, WEXCOMBE_NAME } from '#areas/sample/index.js';
import { eventCatalogue } from '#domain/catalogue.js';
import type { Config } from '#engine/config/config.js';
import type { Database } from '#engine/database/database.js';
import { PostgresLedger } from '#engine/ledger/postgres-ledger.js';
import type { Parts } from '../assembly/parts.js';

/** Loads the sample county into a data folder that holds nothing else, and says who lives there. */
export async function loadSample({ sample }: Config, database: Database, parts: Parts, say: (line: string) => void): Promise<void> {
  if (sample === 'none') return;
  const others = (await parts.ledger.heads()).filter(({ authority }) => authority !== WEXCOMBE);
  if (others.length > 0) return;
  const { directory, importedRows, evidence, clock } = parts;
  const ports = {
    ledgerBy: (countyClock: Parts['clock']) => new PostgresLedger({ database, catalogue: eventCatalogue, clock: countyClock }),
    ...{ directory, importedRows, evidenceFiles: evidence, clock },
  };
  const outcome = await loadSampleCounty(ports, ({ done, of, what }) => say(`Loading the sample county, ${done} of ${of}: ${what}`));
  if (outcome !== 'loaded') return;
  const width = Math.max(...samplePeople.map(({ role }) => role.length));
  say(`${WEXCOMBE_NAME} is invented. Act as one of its people with --as, or with the header Acting-As:`);
  for (const { role, name, email } of samplePeople) say(`  ${role.padEnd(width)}  ${name} <${email}>`);
}
