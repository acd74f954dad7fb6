import { refuse } from '#domain/kernel/refusal.js';

/** Says in words why a path cannot be opened; throws what is no fault of the path on. */
export function refusePath(error: unknown, field: string, path: string): never {
  const { code } = error as NodeJS.ErrnoException;
  if (code === 'ENOENT' || code === 'ENOTDIR') refuse(field, path, 'must exist', 'Mend the path.', 'not found');
  if (code === 'EACCES' || code === 'EPERM') refuse(field, path, 'must be a file or folder that may be read', 'Give yourself permission to read it.');
  throw error;
}
