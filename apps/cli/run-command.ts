import type { Output } from './output.js';
import type { Session } from './session.js';

/** Runs what a command does; what it answers, if anything, is the exit code. */
export interface RunCommand {
  /** Within a session. */
  (work: (session: Session, output: Output) => Promise<number | void>): Promise<void>;
  /** For what touches no ledger. */
  readonly withoutSession: (work: (output: Output) => Promise<number | void>) => Promise<void>;
}
