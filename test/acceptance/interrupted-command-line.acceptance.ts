import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { environmentOf, removeDataDir, svl } from '../support/running-server.js';

const SVL = fileURLToPath(new URL('../../bin/svl.mjs', import.meta.url));

/** Ctrl-C while the command line was still making its database ended it by the signal, and left the database behind. */
it('a command that is interrupted while its database is being made ends with 130, and the next one works', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'svl-interrupted-'));
  const environment = environmentOf({ DATA_DIR: dataDir });
  try {
    const started = spawn(process.execPath, [SVL, 'rebuild'], { env: { ...environment } as NodeJS.ProcessEnv, stdio: 'ignore' });
    const ended = new Promise((resolve) => started.once('exit', (code, signal) => resolve(signal ?? code)));
    while (!existsSync(join(dataDir, 'postgres-passwords.json')) && started.exitCode === null) await pause(20);
    started.kill('SIGINT');
    expect(await ended).toBe(130);
    expect((await svl(environment, ['rebuild', '--json'])).code).toBe(0);
  } finally {
    removeDataDir(dataDir);
  }
}, 120_000);
