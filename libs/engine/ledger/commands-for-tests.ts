import { createHash, randomUUID } from 'node:crypto';
import type { NewEvent } from '#domain/kernel/event.js';
import { note } from './conformance-events.js';
import type { AppendGroup, Reference } from './ledger.js';

export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** A command of a test that writes events (one note unless given) to the end of a stream. */
export function command(
  authority: string,
  stream: string,
  expectedVersion: number,
  events: readonly NewEvent[] = [note('one')],
  references: readonly Reference[] = [],
): AppendGroup {
  return {
    authority,
    commandId: randomUUID(),
    requestHash: sha256('a request'),
    actor: 'person-1',
    writes: [{ stream, expectedVersion, events }],
    references,
  };
}
