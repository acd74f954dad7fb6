import type { Output } from './output.js';
import type { Session } from './session.js';

/** Runs what a command does within a session; what it answers, if anything, is the exit code. */
export type RunCommand = (work: (session: Session, output: Output) => Promise<number | void>) => Promise<void>;
