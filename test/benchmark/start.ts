import { spawn } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { environmentOf, removeDataDir } from '../support/running-server.js';
import { dataset } from './harness/dataset.js';
import type { Bench, Case, Row } from './harness/row.js';
import { type Counts, sized, type Settings } from './harness/settings.js';
import { median } from './harness/statistics.js';
import { built, measuredSvl } from './harness/svl.js';
import { foldedBySources } from './questions/folded-by-sources.js';

const HOME = fileURLToPath(new URL('../../', import.meta.url));

/** `npm start` as people type it, on a folder that is there already. */
export const start: Row = {
  name: 'start',
  title: 'npm start on an existing folder, to its first page',
  async run({ settings, say }: Bench): Promise<readonly Case[]> {
    await built();
    const county = mkdtempSync(join(tmpdir(), 'svl-benchmark-start-'));
    try {
      say('making the sample county');
      await startAndLook({ dataDir: county, sample: 'county', shows: 'Wexcombe' });
      const large = await dataset(sized(settings, 1_000_000, 10_000), settings, say);
      await foldedBySources(`${large.dataDir}-all.json`, async () => {
        say('folding every read model of the large ledger');
        await measuredSvl(large.dataDir, ['rebuild']);
      });
      return [
        await oneCase('the sample county', { dataDir: county, sample: 'county', shows: 'Wexcombe' }, settings, say),
        await oneCase(`a ledger of ${large.events.toLocaleString('en-GB')} events`, { dataDir: large.dataDir, sample: 'none', shows: 'A large authority' }, settings, say),
      ];
    } finally {
      removeDataDir(county);
    }
  },
};

interface Folder {
  readonly dataDir: string;
  readonly sample: 'county' | 'none';
  /** What the first page must say. */
  readonly shows: string;
}

async function oneCase(name: string, folder: Folder, settings: Settings, say: (line: string) => void): Promise<Case> {
  // a start is a process of its own, so that one is enough to warm what stays warm: the disk
  const counts: Counts = { warmUps: Math.min(1, settings.warmUps), runs: settings.runs };
  const seconds: number[] = [];
  for (let round = 0; round < counts.warmUps + counts.runs; round++) {
    const took = await startAndLook(folder);
    say(`${name}: first page after ${took.toFixed(2)} s`);
    if (round >= counts.warmUps) seconds.push(took);
  }
  return {
    name,
    counts,
    size: 'one start',
    measured: [{ name: 'npm start to first page', role: 'ours', unit: 's', median: median(seconds), runs: seconds }],
    aims: [{ what: 's to the first page', wanted: { atMost: 3 }, got: median(seconds) }],
    checked: [`every first page says “${folder.shows}”`],
  };
}

/** Seconds from `npm start` to the last byte of the first page; then Ctrl-C, and until everything has ended. */
async function startAndLook({ dataDir, sample, shows }: Folder): Promise<number> {
  const env = { ...environmentOf({ DATA_DIR: dataDir, SAMPLE: sample }) } as NodeJS.ProcessEnv;
  const began = performance.now();
  const child = spawn('npm', ['start'], { cwd: HOME, env, detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  try {
    const url = await new Promise<string>((resolve, reject) => {
      let said = '';
      const hear = (chunk: Buffer): void => {
        said += chunk.toString();
        const ready = /is ready at (\S+)\n/.exec(said);
        if (ready) resolve(ready[1]!);
      };
      child.stdout.on('data', hear);
      child.stderr.on('data', hear);
      void ended.then(() => reject(new Error(`npm start ended before it was ready:\n${said}`)));
    });
    const page = await fetch(url);
    const text = await page.text();
    const seconds = (performance.now() - began) / 1_000;
    if (page.status !== 200 || !text.includes(shows)) throw new Error(`The first page was answered ${page.status} and does not say “${shows}”:\n${text.slice(0, 2_000)}`);
    return seconds;
  } finally {
    // Ctrl-C reaches the terminal's whole group
    if (child.exitCode === null && child.pid !== undefined) process.kill(-child.pid, 'SIGINT');
    await ended;
  }
}
