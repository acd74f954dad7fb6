import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { csvFolder } from '#areas/workbook/index.js';
import { FENMARCH, fenmarchImports } from '../support/golden/fenmarch.js';
import { checkFenmarch, FENMARCH_ROWS } from '../support/golden/fenmarch-check.js';
import { checkFenmarchInMemory } from '../support/golden/fenmarch-in-memory.js';
import { fenmarchOverHttp } from '../support/golden/fenmarch-over-http.js';
import { reconcileServer } from '../support/reconcile.js';
import { type RunningServer, startServer } from '../support/running-server.js';

interface ImportResult {
  readonly status: string;
  readonly position: number;
  readonly problems: readonly object[];
}

describe('the golden authority, imported on the command line', () => {
  let server: RunningServer;
  let positions: number[];
  beforeAll(async () => {
    server = await startServer();
    positions = [];
    for (const folder of fenmarchImports) {
      const ran = await server.svl('import', folder, '--create-authority', 'Fenmarch', '--json');
      if (ran.code !== 0) throw new Error(ran.stderr);
      const result = JSON.parse(ran.stdout) as ImportResult;
      expect(result).toMatchObject({ status: 'accepted', problems: [] });
      positions.push(result.position);
    }
  }, 120_000);
  afterAll(() => reconciledAndStopped(server));

  it('answers every expected figure over HTTP', async () => {
    expect(await checkFenmarch(fenmarchOverHttp(server), positions)).toEqual({ rows: FENMARCH_ROWS });
  });

  it('answers every expected figure again after a rebuild', async () => {
    const rebuilt = await server.svl('rebuild', 'totals', '--json');
    expect({ code: rebuilt.code, document: JSON.parse(rebuilt.stdout) as object }).toMatchObject({
      code: 0,
      document: { rebuilt: [{ projection: 'totals', events: positions.at(-1) }] },
    });
    expect(await checkFenmarch(fenmarchOverHttp(server), positions)).toEqual({ rows: FENMARCH_ROWS });
  });

  it('answers on the command line what it answers over HTTP', async () => {
    const asked = ['totals', '--by', 'year,theme', '--year-basis', 'posted', '--known-at', String(positions[2]), '--json'];
    const ran = await server.svl(...asked);
    const answered = await fetch(`${server.url}/api/authorities/${FENMARCH}/totals?by=year,theme&yearBasis=posted&knownAt=${positions[2]}`);
    expect(JSON.parse(ran.stdout)).toEqual(await answered.json());
    const kept = await server.svl('kept', '--delivered-to', '2026-03-31', '--json');
    expect(JSON.parse(kept.stdout)).toMatchObject({ rows: [{ key: {}, due: 366759955, kept: 239341727, percent: '65.3' }] });
  });

  it('verifies: the record is intact', async () => {
    const ran = await server.svl('verify', '--json');
    expect({ code: ran.code, document: JSON.parse(ran.stdout) as object }).toMatchObject({ code: 0, document: { authority: FENMARCH, from: 1, to: positions.at(-1), problems: [] } });
  });

  it('changes nothing when the same workbook comes again', async () => {
    const again = await server.svl('import', fenmarchImports[0]!, '--json');
    expect(JSON.parse(again.stdout)).toMatchObject({ status: 'unchanged', position: positions.at(-1) });
  });
});

describe('the golden authority, imported over HTTP', () => {
  let server: RunningServer;
  beforeAll(async () => {
    server = await startServer();
  }, 60_000);
  afterAll(() => reconciledAndStopped(server));

  it('answers every expected figure', async () => {
    const positions: number[] = [];
    for (const folder of fenmarchImports) {
      const form = new FormData();
      for (const file of readdirSync(folder)) form.append('file', new Blob([readFileSync(join(folder, file))]), file);
      form.append('createAuthority', 'Fenmarch');
      const headers = { 'Idempotency-Key': `import-${basename(folder)}` };
      const answered = await fetch(`${server.url}/api/authorities/${FENMARCH}/imports`, { method: 'POST', headers, body: form });
      const result = (await answered.json()) as ImportResult;
      expect({ status: answered.status, result }).toMatchObject({ status: 201, result: { status: 'accepted', problems: [] } });
      positions.push(result.position);
    }
    const atLeast = await fetch(`${server.url}/api/authorities/${FENMARCH}/totals?atLeast=${positions.at(-1)}`);
    expect(atLeast.status).toBe(200);
    expect(await checkFenmarch(fenmarchOverHttp(server), positions)).toEqual({ rows: FENMARCH_ROWS });
  });
});

describe('the golden authority, in memory', () => {
  it('answers every expected figure', async () => {
    const folders = await Promise.all(fenmarchImports.map((folder) => csvFolder(folder)));
    expect(await checkFenmarchInMemory(folders)).toEqual({ rows: FENMARCH_ROWS });
  });
});

async function reconciledAndStopped(server: RunningServer): Promise<void> {
  try {
    expect(await reconcileServer(server)).toEqual([expect.objectContaining({ authority: FENMARCH })]);
  } finally {
    await server.stop();
  }
}
