import { Writable } from 'node:stream';
import { runProgram } from '../../apps/cli/run-program.js';
import { inSession } from '../../apps/cli/session.js';
import type { Ran } from './running-server.js';

/**
 * Runs `svl` with an environment in this process, which spares the second and a half in which a process of its own reads
 * the code. It joins a running server's database or starts one, as a process does; `svl-in-process.acceptance` holds the
 * two against each other.
 */
export async function svlInProcess(environment: Readonly<Record<string, string | undefined>>, args: readonly string[]): Promise<Ran> {
  const [out, err] = [new Kept(), new Kept()];
  const code = await runProgram(args, { out, err }, (output, work) => inSession(output, work, environment));
  return { code, stdout: out.text, stderr: err.text };
}

/** Keeps what is written to it. */
class Kept extends Writable {
  text = '';

  override _write(chunk: Buffer, _encoding: string, done: () => void): void {
    this.text += chunk.toString('utf8');
    done();
  }
}
