/**
 * The main job, measured: an import of 10,000 rows on the command line, a rebuild of 200,000 events, a totals query now
 * and in the past, with the peak memory of each process. `node --import ./test/support/from-source.mjs
 * test/benchmark/main-job.ts` after `npm run build`; nothing else should run on the machine.
 */
import { spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { eventCatalogue } from '#domain/catalogue.js';
import { systemClock } from '#domain/kernel/clock.js';
import type { NewEvent } from '#domain/kernel/event.js';
import { openDatabase } from '#engine/database/open-database.js';
import { PostgresLedger } from '#engine/ledger/postgres-ledger.js';
import { migrations } from '../../apps/migrations.js';
import { aMeasure, commitmentMade, contractRegistered, deliveryReported, deliveryValidated, targetAgreed } from '../support/facts.js';

const HOME = fileURLToPath(new URL('../../', import.meta.url));
const SVL = join(HOME, 'bin/svl.mjs');
const EVENTS = Number(process.env['EVENTS'] ?? 200_000);
const folder = mkdtempSync(join(tmpdir(), 'svl-measured-'));
const environment = { ...process.env, DATA_DIR: join(folder, 'data'), SAMPLE: 'none' };
const lines: string[][] = [['What', 'Seconds', 'Peak memory, MB']];

/** A workbook of some 10,000 rows: 100 contracts, 500 commitments, 1,000 targets, 4,400 deliveries and their reviews. */
function writeWorkbook(path: string): number {
  mkdirSync(path, { recursive: true });
  const sheet = (name: string, rows: readonly (readonly (string | number)[])[]) => {
    writeFileSync(join(path, `${name}.csv`), rows.map((row) => row.join(',')).join('\n') + '\n');
    return rows.length - 1;
  };
  const range = (length: number) => Array.from({ length }, (_, index) => index + 1);
  const quarters = [['04-01', '06-30'], ['07-01', '09-30'], ['10-01', '12-31']] as const;
  const deliveries = range(500).flatMap((k) => [2024, 2025, 2026].flatMap((year) => quarters.map(([from, to]) => [k, `${year}-${from}`, `${year}-${to}`] as const)));
  const some = deliveries.filter(([, from]) => from < '2026-10').slice(0, 4_400);
  let rows = 0;
  sheet('about', [['key', 'value'], ['template', 'social-value-ledger'], ['version', 1], ['authority', 'measured']]);
  rows += sheet('providers', [['reference', 'name', 'type'], ...range(50).map((n) => [`P${n}`, `Provider ${n}`, 'small business'])]);
  rows += sheet('contracts', [
    ['reference', 'title', 'directorate', 'provider', 'manager', 'starts_on', 'ends_on', 'value_gbp', 'reporting', 'jurisdiction', 'regime'],
    ...range(100).map((n) => [`C${n}`, `Contract ${n}`, `Directorate ${n % 7}`, `P${(n % 50) + 1}`, 'manager@measured.example', '2024-04-01', '2027-03-31', 5_000_000, 'quarterly', 'england-and-wales', 'light-touch']),
  ]);
  rows += sheet('measures', [
    ['reference', 'name', 'theme', 'outcome', 'unit', 'kind', 'combine', 'money', 'unit_value_gbp'],
    ...range(20).map((n) => [`M${n}`, `Measure ${n}`, `Theme ${n % 5}`, `Outcome ${n % 9}`, 'hour', 'number', 'sum', 'estimate', n + 0.25]),
  ]);
  rows += sheet('commitments', [['reference', 'contract', 'measure', 'basis', 'bid_sentence'], ...range(500).map((n) => [`K${n}`, `C${(n % 100) + 1}`, `M${(n % 20) + 1}`, 'contract', `We will give so much of it: ${n}.`])]);
  rows += sheet('targets', [['commitment', 'from', 'to', 'quantity'], ...range(500).flatMap((n) => [[`K${n}`, '2024-04-01', '2025-03-31', 400], [`K${n}`, '2025-04-01', '2026-03-31', 400]])]);
  rows += sheet('deliveries', [
    ['reference', 'commitment', 'from', 'to', 'quantity', 'reported_on', 'reported_by'],
    ...some.map(([k, from, to], n) => [`D${n}`, `K${k}`, from, to, 90 + (n % 30), '2026-10-15', 'returns@provider.example']),
  ]);
  rows += sheet('reviews', [
    ['delivery', 'decision', 'quantity', 'method', 'reviewed_on', 'reviewed_by', 'reason'],
    ...some.map((_, n) => [`D${n}`, n % 4 ? 'validated' : 'part validated', n % 4 ? '' : 60, 'document', '2026-11-01', 'manager@measured.example', n % 4 ? '' : 'Not all of it']),
  ]);
  return rows;
}

/** Runs `svl` and notes its time and its peak memory, as the operating system counted them. */
function measured(what: string, args: readonly string[]): void {
  const started = performance.now();
  const ran = spawnSync('/usr/bin/time', ['-f', 'peak %M', process.execPath, SVL, ...args], { env: environment, encoding: 'utf8', maxBuffer: 1e9 });
  if (ran.status !== 0) throw new Error(`${what}: ${ran.stderr}`);
  const peak = Number(/peak (\d+)/.exec(ran.stderr)?.[1] ?? 0) / 1_024;
  lines.push([what, ((performance.now() - started) / 1_000).toFixed(1), peak.toFixed(0)]);
}

/** What most of an authority's history is: per contract five commitments, their targets, and some 190 reports, each reviewed. */
function plainHistory(events: number): { stream: string; event: NewEvent }[] {
  const history: { stream: string; event: NewEvent }[] = [];
  for (let c = 0; history.length < events; c++) {
    const stream = `contract:C${c}`;
    const add = (event: NewEvent) => history.push({ stream, event });
    add(contractRegistered({ reference: `C${c}`, lead: `P${c % 60}`, directorate: `Directorate ${c % 7}` }));
    for (let k = 0; k < 5; k++) {
      const commitment = `K${c}-${k}`;
      add(commitmentMade(commitment, { measure: aMeasure({ measure: `M${k}`, theme: `Theme ${k}`, combine: k === 4 ? 'latest' : 'sum' }) }));
      for (const year of [2024, 2025, 2026]) add(targetAgreed('400', `${year}-04-01`, `${year + 1}-03-31`, commitment));
      for (let d = 0; d < 38; d++) {
        const day = `2025-${String((d % 9) + 4).padStart(2, '0')}-${String((d % 27) + 1).padStart(2, '0')}`;
        const report = `D${c}-${k}-${d}`;
        add(deliveryReported({ report, commitment, from: day, to: day, item: true, quantity: '7.5' }));
        add(deliveryValidated({ report, commitment, accepted: '7', part: true }));
      }
    }
  }
  return history.slice(0, events);
}

async function fillLedger(): Promise<void> {
  const opened = await openDatabase({ dataDir: environment.DATA_DIR, join: false, purpose: 'benchmark', now: systemClock.now(), say: () => undefined, migrations: migrations() });
  const ledger = new PostgresLedger({ database: opened.database, catalogue: eventCatalogue });
  await ledger.open('large', 'Large');
  const generated = plainHistory(EVENTS);
  const references = generated.flatMap(({ stream, event }) =>
    event.type === 'CommitmentMade' ? [{ kind: 'commitment', reference: (event.payload as { commitment: string }).commitment, stream }] : [],
  );
  const expectedVersions = new Map(generated.map(({ stream }) => [stream, 0]));
  const began = performance.now();
  const outcome = await ledger.import({ authority: 'large', commandId: randomUUID(), requestHash: '0'.repeat(64), actor: 'nobody', expectedVersions, events: generated, references });
  if (outcome.outcome !== 'appended') throw new Error(outcome.outcome);
  lines.push([`${EVENTS.toLocaleString('en-GB')} events into the ledger by COPY`, ((performance.now() - began) / 1_000).toFixed(1), '–']);
  await opened.stop();
}

try {
  const rows = writeWorkbook(join(folder, 'workbook'));
  measured(`import of ${rows.toLocaleString('en-GB')} rows`, ['import', join(folder, 'workbook'), '--create-authority', 'Measured']);
  measured('totals by year and theme, now', ['totals', '--authority', 'measured', '--by', 'year,theme']);
  await fillLedger();
  measured(`rebuild of the totals, ${EVENTS.toLocaleString('en-GB')} events`, ['rebuild', 'totals']);
  process.stdout.write(`${lines.map((line) => line.join('\t')).join('\n')}\n\n`);
  measured('fold of the other read models', ['totals', '--authority', 'large', '--by', 'year']);
  measured('totals of the large ledger by year and theme, now', ['totals', '--authority', 'large', '--by', 'year,theme']);
  measured('totals of the large ledger in the past', ['totals', '--authority', 'large', '--by', 'year,theme', '--known-at', String(EVENTS / 2)]);
  measured('verify', ['verify', '--authority', 'large']);
  process.stdout.write(`${lines.map((line) => line.join('\t')).join('\n')}\n`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
