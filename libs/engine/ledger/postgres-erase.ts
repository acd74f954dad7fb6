import type { Database } from '#engine/database/database.js';
import { callAppend, type TimedGroup } from './append-call.js';
import { heldTooLong, isHeldLock } from './held-head.js';
import type { AppendOutcome } from './ledger.js';

/** Records a group and deletes texts with their salts, in one transaction; deletes nothing where it records nothing. */
export async function appendAndErase(
  database: Database,
  timed: TimedGroup,
  digests: readonly string[],
  patience: number,
): Promise<AppendOutcome> {
  const { authority, commandId } = timed.group;
  const bytes = digests.map((digest) => Buffer.from(digest, 'hex'));
  for (const begun = performance.now(); ; ) {
    try {
      return await database.write([authority], async (tx) => {
        const [outcome] = await callAppend((statement, values) => tx.query(statement, values), [timed], true);
        if (outcome!.outcome === 'appended') await tx.query('select ledger.erase($1, $2, $3)', [authority, commandId, bytes]);
        return outcome as AppendOutcome;
      });
    } catch (error) {
      if (!isHeldLock(error)) throw error;
      if (performance.now() - begun > patience) throw heldTooLong(authority);
    }
  }
}
