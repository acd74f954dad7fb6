import { chmodSync, existsSync, mkdtempSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { partsInMemory } from '../../../apps/assembly/parts.js';
import { loadSampleCounty, WEXCOMBE } from '#areas/sample/index.js';
import { eventCatalogue } from '#domain/catalogue.js';
import { systemClock } from '#domain/kernel/clock.js';
import { instanceIn } from '#engine/database/embedded/instance-lock.js';
import { MemoryLedger } from '#engine/ledger/memory-ledger.js';
import { reconcileServer } from '../../support/reconcile.js';
import { environmentOf, type Launched, launch, removeDataDir } from '../../support/running-server.js';
import { svlInProcess } from '../../support/svl-in-process.js';
import { type Run, scenario, sized } from '../scenario.js';
import { ownerOf } from './record.js';

/*
 * The very first start on an empty data folder, killed while the cluster is made, while tables are made and while the
 * sample county is loaded. The start that is left alone must come to what an undisturbed one comes to.
 */
const FOLDERS = sized({ small: 1, full: 8 });
const KILLED_WHILE = sized({ small: ['the cluster was made', 'the sample was loaded'], full: ['the cluster was made', 'the database started', 'tables were made', 'the sample was loaded'] });

const folders: string[] = [];
let server: Launched | undefined;
afterEach(async () => {
  await server?.end('SIGINT');
  folders.splice(0).forEach(removeDataDir);
});

/** When a start is killed: once this is so, and a little later. */
const MOMENTS: Readonly<Record<string, (dataDir: string, started: Launched, run: Run) => Promise<number>>> = {
  'the cluster was made': async (dataDir, _started, { random }) => {
    await until(() => namesIn(join(dataDir, 'postgres')).some((name) => name.startsWith('unfinished-')));
    return random.between(0, 1_500);
  },
  'the database started': async (dataDir, _started, { random }) => {
    await until(() => existsSync(join(dataDir, 'postgres', 'cluster')));
    return random.between(0, 300);
  },
  'tables were made': async (dataDir, _started, { random }) => {
    await until(async () => Boolean((await instanceIn(dataDir))?.postgres));
    return random.between(0, 1_000);
  },
  'the sample was loaded': async (_dataDir, started, { random }) => {
    await started.told(new RegExp(`Loading the sample county, ${random.between(1, 23)} of 24`));
    return random.between(0, 100);
  },
};

scenario('a first start that is killed is made good by the next', async (run) => {
  const undisturbed = await countyInMemory();
  for (let folder = 0; folder < FOLDERS; folder++) {
    const dataDir = mkdtempSync(join(tmpdir(), 'svl-first-'));
    folders.push(dataDir);
    chmodSync(dataDir, 0o755);
    const environment = environmentOf({ DATA_DIR: dataDir, SAMPLE: 'county' });
    for (const moment of KILLED_WHILE) {
      server = launch(environment);
      await pause(await MOMENTS[moment]!(dataDir, server, run));
      expect({ moment, ended: await server.end('SIGKILL') }).toMatchObject({ moment, ended: { code: -1 } });
      run.count(`killed while ${moment}`);
    }
    server = launch(environment);
    await server.ready;

    expect(await countyIn(dataDir)).toEqual(undisturbed);
    expect(await svlInProcess(environment, ['verify', '--authority', WEXCOMBE])).toMatchObject({ code: 0, stdout: `Record intact to entry ${undisturbed.length.toLocaleString('en-GB')} of ${WEXCOMBE}.\n` });
    expect(await reconcileServer({ dataDir })).toMatchObject([{ authority: WEXCOMBE, position: undisturbed.length }]);
    run.count('entries', undisturbed.length);
    await server.end('SIGINT');
  }
});

interface Told {
  readonly stream: string;
  readonly version: number;
  readonly type: string;
  readonly on: string;
  readonly recorded: string;
}

/** The sample county as an undisturbed load leaves it, entry by entry; people's ids are drawn anew each time. */
async function countyInMemory(): Promise<readonly Told[]> {
  const parts = partsInMemory(systemClock);
  let ledger = new MemoryLedger({ catalogue: eventCatalogue, clock: systemClock });
  const { directory, importedRows, evidence, clock } = parts;
  await loadSampleCounty({ ledgerBy: (ofCounty) => (ledger = new MemoryLedger({ catalogue: eventCatalogue, clock: ofCounty })), directory, importedRows, evidenceFiles: evidence, clock });
  const entries = await ledger.read(WEXCOMBE, 0, 1_000_000);
  await parts.close();
  return entries.map(({ stream, version, type, businessDate, recordedAt }) => ({ stream, version, type, on: businessDate, recorded: recordedAt }));
}

async function countyIn(dataDir: string): Promise<readonly Told[]> {
  const owner = await ownerOf(dataDir);
  try {
    const { rows } = await owner.query<Told>(
      `select stream, version, type, business_date::text as on, to_char(recorded_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as recorded
         from ledger.event where authority = $1 order by position`,
      [WEXCOMBE],
    );
    return rows;
  } finally {
    await owner.end();
  }
}

const namesIn = (folder: string): readonly string[] => (existsSync(folder) ? readdirSync(folder) : []);

async function until(so: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await so())) await pause(2);
}
