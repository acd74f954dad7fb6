import { execFile, spawnSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fenmarchImports } from '../support/golden/fenmarch.js';
import { itWhere } from '../support/it-where.js';
import { HOME } from '../support/readme.js';
import { environmentOf, removeDataDir, svl } from '../support/running-server.js';

const dataDir = mkdtempSync(join(tmpdir(), 'svl-on-a-terminal-'));
const environment = environmentOf({ DATA_DIR: dataDir });
afterAll(() => removeDataDir(dataDir));

const importing = ['import', fenmarchImports[0]!, '--create-authority', 'Fenmarch', '--check'];

/** What a terminal is shown: `script` gives the command one. */
function onATerminal(args: readonly string[]): Promise<string> {
  const command = [process.execPath, 'bin/svl.mjs', ...args].map((word) => `'${word}'`).join(' ');
  return new Promise((resolve, reject) => {
    execFile('script', ['-qec', command, '/dev/null'], { cwd: HOME, env: environment as NodeJS.ProcessEnv }, (error, stdout) => (error ? reject(error) : resolve(stdout)));
  });
}

describe('An import on the command line', () => {
  itWhere(spawnSync('script', ['--version']).status === 0, 'the command script of util-linux is not here')('shows a bar on a terminal, to its last row', async () => {
    const shown = await onATerminal(importing);
    expect(shown).toMatch(/checking █+ 155\/155 100%/);
    expect(shown).toContain('Checked, nothing written. Accepted');
  }, 60_000);

  it('draws nothing where nobody looks', async () => {
    const { code, stdout, stderr } = await svl(environment, importing);
    expect(code).toBe(0);
    expect(stdout + stderr).not.toContain('█');
  }, 60_000);
});
