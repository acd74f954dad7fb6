import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { fenmarchImports } from '../support/golden/fenmarch.js';
import { environmentOf, removeDataDir } from '../support/running-server.js';
import { svlInProcess } from '../support/svl-in-process.js';

const SVL = fileURLToPath(new URL('../../bin/svl.mjs', import.meta.url));

/** `svl … | head -1` ended with a stack trace of EPIPE and 1. */
it('a command whose reader goes away ends quietly, with its work done', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'svl-reader-'));
  const environment = environmentOf({ DATA_DIR: dataDir });
  try {
    const command = [SVL, 'import', fenmarchImports[0]!, '--create-authority', 'Fenmarch', '--json'];
    const started = spawn(process.execPath, command, { env: { ...environment } as NodeJS.ProcessEnv, stdio: ['ignore', 'pipe', 'pipe'] });
    // nobody reads, from before the first word
    started.stdout.destroy();
    let complaint = '';
    started.stderr.on('data', (chunk: Buffer) => (complaint += chunk.toString()));
    const [code] = (await once(started, 'close')) as [number | null];
    expect({ code, complaint }).toEqual({ code: 0, complaint: expect.not.stringMatching(/EPIPE|Error/) as string });
    expect(await svlInProcess(environment, ['verify'])).toMatchObject({ code: 0, stdout: 'Record intact to entry 160 of fenmarch.\n' });
  } finally {
    removeDataDir(dataDir);
  }
}, 120_000);
