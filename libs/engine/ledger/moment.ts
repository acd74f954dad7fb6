import type { Clock } from '#domain/kernel/clock.js';
import { dateIn, endOfDay, type IsoDate, isDate } from '#domain/kernel/date.js';
import { refuse } from '#domain/kernel/refusal.js';
import type { Head, Ledger } from './ledger.js';

/** A moment of knowing, settled: the entries up to `position` are known. */
export interface Moment {
  readonly position: number;
  /** When that entry was recorded; null before the first. */
  readonly recordedAt: string | null;
  /** The day on which *due* is taken where no other is named. */
  readonly day: IsoDate;
}

/**
 * Settles “known at” (COUNTING.md rule 11): a position; a day, which means its end in London; an instant; or now.
 * @throws Refusal when it is none of these, lies beyond the ledger's last entry, or the authority has no ledger
 */
export async function momentOf(ledger: Ledger, clock: Clock, authority: string, knownAt: string | undefined, field = 'knownAt'): Promise<Moment> {
  const head = await ledger.head(authority);
  if (!head) refuse('authority', authority, 'must have a ledger', 'Look the code up under /api/authorities.', 'not found');
  if (knownAt === undefined) return { position: head.position, recordedAt: head.recordedAt, day: dateIn(clock.now()) };
  if (/^\d{1,15}$/.test(knownAt)) return atPosition(ledger, head, Number(knownAt), field);
  const instant = isDate(knownAt) ? endOfDay(knownAt) : instantOf(knownAt, field);
  const position = await ledger.positionAt(authority, instant);
  const recordedAt = await ledger.recordedAt(authority, position);
  return { position, recordedAt, day: isDate(knownAt) ? knownAt : dateIn(instant) };
}

async function atPosition(ledger: Ledger, head: Head, position: number, field: string): Promise<Moment> {
  if (position > head.position) {
    refuse(field, position, `must not lie beyond the ledger’s last entry, ${head.position}`, 'Name an earlier position, a day or an instant.');
  }
  const recordedAt = await ledger.recordedAt(head.authority, position);
  return { position, recordedAt, day: dateIn(recordedAt ?? '1970-01-01T00:00:00.000Z') };
}

function instantOf(text: string, field: string): string {
  const instant = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,3})?)?(Z|[+-]\d\d:\d\d)$/.test(text) ? new Date(text) : undefined;
  if (!instant || Number.isNaN(instant.getTime())) {
    return refuse(field, text, 'must be a position, a day or an instant', 'Write 4812, 2026-03-31 or 2026-03-31T09:30:00Z.');
  }
  return instant.toISOString();
}
