import type { RecordedEvent } from '#domain/kernel/event.js';

interface Payload {
  readonly commitment?: string;
  readonly report?: string;
  readonly corrects?: string;
}

/**
 * The events that an entry rests on, in the order of the ledger: the promise and its changes; where the entry is a
 * report's, that report with all its corrections and what became of them; and the event that made the entry, wherever
 * it comes from (a provider that changed its type).
 * @param history the contract's stream, up to the event that made the entry
 */
export function eventsBehind(history: readonly RecordedEvent[], made: RecordedEvent, commitment: string): readonly RecordedEvent[] {
  const rootOf = rootsIn(history);
  const { report } = made.payload as Payload;
  const root = report === undefined ? undefined : rootOf.get(report);
  const behind = history.filter((event) => {
    if (event.position === made.position) return true;
    const payload = event.payload as Payload;
    if (payload.commitment !== commitment) return false;
    if (event.type.startsWith('Commitment')) return true;
    return root !== undefined && payload.report !== undefined && rootOf.get(payload.report) === root;
  });
  return behind.some(({ position }) => position === made.position) ? behind : [...behind, made];
}

/** The first report of the chain of every report and correction. */
function rootsIn(history: readonly RecordedEvent[]): ReadonlyMap<string, string> {
  const roots = new Map<string, string>();
  for (const { payload } of history) {
    const { report, corrects } = payload as Payload;
    if (report === undefined || roots.has(report)) continue;
    roots.set(report, corrects === undefined ? report : (roots.get(corrects) ?? corrects));
  }
  return roots;
}
