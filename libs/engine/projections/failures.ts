import type { RecordedEvent } from '#domain/kernel/event.js';

/** Someone else has folded these events: what this process knows of the authority is out of date. */
export class Moved extends Error {
  override readonly name = 'Moved';
}

/** A fold threw on an event. */
export class FoldFailure extends Error {
  override readonly name = 'FoldFailure';

  constructor(
    readonly event: RecordedEvent,
    cause: unknown,
  ) {
    super(saying(cause), { cause });
  }
}

/**
 * SQLSTATE classes and codes that say nothing about the rows: connections, resources, operators, deadlocks, locks, and
 * tables that have just been exchanged.
 */
const PASSING = /^(08|53|57|58|40|55|25|3F000|42P01)/;
const CONNECTION = /^(ECONN|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENOTFOUND|EAI_AGAIN)/;
const CONNECTION_SAID = /connection (terminated|ended|error)|timeout (exceeded when trying to connect|expired)|query read timeout|pool after calling end|not queryable/i;

/** Whether trying again later may help, with nothing changed: then no event is to blame, and none is parked. */
export function isPassing(failure: unknown): boolean {
  if (!(failure instanceof Error) || failure instanceof FoldFailure) return false;
  const code = 'code' in failure && typeof failure.code === 'string' ? failure.code : '';
  return PASSING.test(code) || CONNECTION.test(code) || CONNECTION_SAID.test(failure.message);
}

/** What went wrong, for an operator to read. */
export function saying(failure: unknown): string {
  if (!(failure instanceof Error)) return String(failure);
  const detail = 'detail' in failure && typeof failure.detail === 'string' ? ` ${failure.detail}` : '';
  return `${failure.message}${detail}`;
}
