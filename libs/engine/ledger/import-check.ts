import { checkName, checkNames, checkReferences, checkVersion, claimedTwice, requestHash } from './encoded-group.js';
import type { ImportBatch } from './ledger.js';

/**
 * Checks a batch as far as no ledger is needed for it, and answers its request hash.
 * @throws {Refusal} for names that no key could hold; {Error} for a batch that no correct caller makes
 */
export function checkBatch(batch: ImportBatch): Buffer {
  checkNames(batch);
  if (batch.events.length === 0) throw new Error(`The import ${batch.commandId} writes no event: there is nothing to record.`);
  for (const [stream, version] of batch.expectedVersions) {
    checkName(stream, 'stream');
    checkVersion(stream, version);
  }
  for (const { stream } of batch.events) {
    if (!batch.expectedVersions.has(stream)) throw new Error(`The import ${batch.commandId} states no version for ${stream}.`);
  }
  checkReferences(batch.references);
  const twice = claimedTwice(batch.references);
  if (twice) throw new Error(`The import ${batch.commandId} claims the ${twice.kind} ${twice.reference} twice.`);
  return requestHash(batch.requestHash);
}
