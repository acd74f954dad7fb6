import type { Database } from '#engine/database/database.js';
import { callAppend } from '#engine/ledger/append-call.js';
import { firstCatalogue } from '#engine/ledger/conformance-events.js';
import { encodeGroup } from '#engine/ledger/encoded-group.js';
import { EventCodec } from '#engine/ledger/event-codec.js';
import type { AppendOutcome } from '#engine/ledger/ledger.js';
import type { LoggedCommand } from './command-log.js';
import { groupOf } from './sending.js';

const codec = new EventCodec(firstCatalogue);

/** Appends in a transaction that then hangs, with its positions given and its entries unseen, before it ends. */
export async function hangingAppend(database: Database, command: LoggedCommand, hang: () => Promise<'commit' | 'rollback'>): Promise<AppendOutcome | undefined> {
  let outcome: AppendOutcome | undefined;
  try {
    await database.write([command.authority], async (tx) => {
      const group = encodeGroup(codec, groupOf(command), new Date().toISOString());
      const [answered] = await callAppend((statement, values) => tx.query(statement, values), [{ group, at: null }], true);
      if ((await hang()) === 'rollback') throw new RolledBack();
      outcome = answered as AppendOutcome;
    });
  } catch (error) {
    if (!(error instanceof RolledBack)) throw error;
  }
  return outcome;
}

class RolledBack extends Error {}
