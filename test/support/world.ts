import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Parts, partsInMemory, partsOnPostgres } from '../../apps/assembly/parts.js';
import type { Rhythm } from '#areas/totals/index.js';
import { SettableClock } from '#domain/kernel/clock.js';
import type { NewEvent } from '#domain/kernel/event.js';
import { Database } from '#engine/database/database.js';
import { testDatabase } from './postgres.js';

/** Everything under the use cases, with a clock that the test sets. */
export interface World {
  readonly parts: Parts;
  readonly clock: SettableClock;
  /** Where it is in PostgreSQL. */
  readonly database?: Database;
  end(): Promise<void>;
}

/** Totals are closed, and snapshots taken, so often that short histories have many of both. */
export const OFTEN: Rhythm = { block: 8, snapshots: 32 };

/** On a database of its own; read models are folded when they are asked. */
export async function worldOnPostgres(now = '2026-11-20T12:00:00.000Z'): Promise<World> {
  const clock = new SettableClock(now);
  const made = await testDatabase();
  const database = await Database.open(made.url, { connections: 6 });
  const folder = mkdtempSync(join(tmpdir(), 'svl-world-'));
  const parts = partsOnPostgres({ database, clock, clockIsSet: true, dataDir: folder, foldWhenAsked: true, rhythm: OFTEN });
  return {
    parts,
    clock,
    database,
    end: async () => {
      await parts.close();
      await database.close();
      await made.drop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** In memory. */
export function worldInMemory(now = '2026-11-20T12:00:00.000Z'): World {
  const clock = new SettableClock(now);
  const parts = partsInMemory(clock);
  return { parts, clock, end: () => parts.close() };
}

/** Opens an authority and imports facts into its ledger, in their order. */
export async function importFacts({ parts }: World, authority: string, facts: readonly { readonly stream: string; readonly event: NewEvent }[]): Promise<void> {
  await parts.ledger.open(authority, authority);
  const expectedVersions = new Map(facts.map(({ stream }) => [stream, 0]));
  const references = facts.flatMap(({ stream, event }) => {
    if (event.type === 'CommitmentMade') return [{ kind: 'commitment', reference: (event.payload as { commitment: string }).commitment, stream }];
    const { type, payload } = event as { readonly type: string; readonly payload: { readonly terms: { readonly reference: string } } };
    const kind = { ContractRegistered: 'contract', ProviderRegistered: 'provider' }[type];
    return kind === undefined ? [] : [{ kind, reference: payload.terms.reference, stream }];
  });
  const outcome = await parts.ledger.import({
    authority,
    commandId: randomUUID(),
    requestHash: '0'.repeat(64),
    actor: 'person-test',
    expectedVersions,
    events: facts,
    references,
  });
  if (outcome.outcome !== 'appended') throw new Error(`The facts were not imported: ${outcome.outcome}.`);
  await parts.engine.catchUp(authority);
}
