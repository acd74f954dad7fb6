import { CommanderError } from 'commander';
import { endingOf, EXIT } from '../assembly/ending.js';
import { Output } from './output.js';
import { programOf } from './program.js';
import type { Session } from './session.js';
import type { Streams } from './streams.js';

/** Opens a session for as long as some work takes. */
export type WithinSession = <Result>(output: Output, work: (session: Session) => Promise<Result>) => Promise<Result>;

/** Runs `svl` with arguments; answers its exit code (INTERFACE.md). What fails is told on standard error. */
export async function runProgram(args: readonly string[], { out, err }: Streams, withinSession: WithinSession): Promise<number> {
  let code: number = EXIT.done;
  const program = programOf({ out, err }, (json) => {
    const output = new Output(json, out, err);
    return {
      inSession: async (work) => void (code = (await withinSession(output, (session) => work(session, output))) ?? EXIT.done),
      withoutSession: async (work) => void (code = (await work(output)) ?? EXIT.done),
    };
  });
  try {
    await program.parseAsync(args, { from: 'user' });
    return code;
  } catch (failure) {
    if (failure instanceof CommanderError) return failure.exitCode === 0 ? EXIT.done : EXIT.usage;
    const ending = endingOf(failure);
    err.write(`${ending.message}\n`);
    return ending.code;
  }
}
