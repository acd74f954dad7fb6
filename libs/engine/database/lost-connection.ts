import pg from 'pg';

/** How a connection fails that never came about: the sockets’ codes, and what `pg` says that has none. */
const UNCONNECTED = /^(ECONN|ENOENT|EACCES|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH)/;
const UNCONNECTED_SAID = /timeout exceeded when trying to connect|^connection terminated due to connection timeout|^timeout expired$|pool after calling end/i;
/** The server turns connections away: it is starting or stopping, or has no room. */
const TURNED_AWAY = new Set(['57P03', '53300']);

/** Whether no connection came about: then nothing was sent, and nothing was done. */
export function neverReached(failure: unknown): boolean {
  if (!(failure instanceof Error)) return false;
  // one error for each of a host’s addresses
  if (failure instanceof AggregateError) return failure.errors.length > 0 && failure.errors.every(neverReached);
  const code = 'code' in failure ? String(failure.code) : '';
  if (failure instanceof pg.DatabaseError) return TURNED_AWAY.has(code);
  const connecting = 'syscall' in failure && (failure.syscall === 'connect' || failure.syscall === 'getaddrinfo');
  return (connecting && UNCONNECTED.test(code)) || UNCONNECTED_SAID.test(failure.message);
}

/** Whether the server did not answer in time: the connection may have gone silent. What was asked may have been done, or not. */
export function isUnanswered(failure: unknown): boolean {
  return failure instanceof Error && failure.message === 'Query read timeout';
}

/** Whether the server ended the connection and said so: what was under way on it may have been done, or not. */
export function endedByTheServer(failure: unknown): boolean {
  return failure instanceof pg.DatabaseError && !neverReached(failure) && /^(08|57P)/.test(failure.code ?? '');
}
