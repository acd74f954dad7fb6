/**
 * Something that this process needs cannot be reached or started. The message is one sentence or two for the person
 * at the keyboard: what is wrong, where, and what to do. Apps print it alone and exit with `exitCode`.
 */
export class StartFailure extends Error {
  override readonly name = 'StartFailure';
  readonly exitCode = 3;
}

/** The code of a failed system call (`ENOENT`, `EACCES` …), or of an SQL error (`42P01` …), if there is one. */
export function codeOf(error: unknown): string | undefined {
  const code: unknown = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
  return typeof code === 'string' ? code : undefined;
}
