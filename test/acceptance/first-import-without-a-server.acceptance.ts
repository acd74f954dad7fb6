import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fenmarchImports } from '../support/golden/fenmarch.js';
import { removeDataDir, svl } from '../support/running-server.js';
import { svlInProcess } from '../support/svl-in-process.js';

/**
 * The first import of all, on the command line, into a data folder that nothing ever ran on: it asked the totals what
 * had been reported so far (rule 16) before their tables were made, and broke off.
 */
it('imports into a data folder that no server ever ran on', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'svl-first-'));
  const environment = { ...process.env, NODE_OPTIONS: '', DATA_DIR: dataDir, SAMPLE: 'none' };
  try {
    const ran = await svl(environment, ['import', fenmarchImports[0]!, '--create-authority', 'Fenmarch', '--json']);
    if (ran.code !== 0) throw new Error(ran.stderr);
    expect(JSON.parse(ran.stdout)).toMatchObject({ status: 'accepted', problems: [] });
    const totals = await svl(environment, ['totals', '--json']);
    expect(JSON.parse(totals.stdout)).toMatchObject({ authority: 'fenmarch', coverage: { contracts: 8 } });
    expect(await svlInProcess(environment, ['verify'])).toMatchObject({ code: 0, stdout: expect.stringMatching(/^Record intact to entry \d+ of fenmarch\.\n$/) as string });
  } finally {
    removeDataDir(dataDir);
  }
}, 120_000);
