import { Refusal } from '#domain/kernel/refusal.js';
import { ConfigFailure } from '#engine/config/config.js';
import { StartFailure } from '#engine/database/start-failure.js';
import { Preparing } from '#engine/projections/versions.js';

/** How a command ended, as the exit code says it (INTERFACE.md). */
export const EXIT = { done: 0, foundWrong: 1, usage: 2, unreachable: 3, conflict: 4, interrupted: 130 } as const;

/** The exit code of a failure, and what the person at the keyboard reads. */
export function endingOf(failure: unknown): { readonly code: number; readonly message: string } {
  if (failure instanceof ConfigFailure || failure instanceof StartFailure) return { code: failure.exitCode, message: failure.message };
  if (failure instanceof Preparing) return { code: EXIT.unreachable, message: failure.message };
  if (failure instanceof Refusal) {
    const code = failure.kind === 'conflict' || failure.kind === 'stale' ? EXIT.conflict : EXIT.usage;
    return { code, message: failure.message };
  }
  const text = failure instanceof Error ? (failure.stack ?? failure.message) : String(failure);
  return { code: EXIT.unreachable, message: `Something went wrong that should not:\n${text}` };
}
