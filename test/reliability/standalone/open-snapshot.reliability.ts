import { chmodSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type pg from 'pg';
import type { Random } from '../../support/generate-events/random.js';
import { reconcileServer } from '../../support/reconcile.js';
import { environmentOf, type Launched, launch, removeDataDir } from '../../support/running-server.js';
import { scenario, sized } from '../scenario.js';
import { CommandsAtRandom, UNIT_PENCE } from './commands-at-random.js';
import { faultsOf } from './faults.js';
import { ownerOf, readRecord } from './record.js';
import { begin, Sender } from './sender.js';
import { SentLog } from './sent-log.js';
import { Windows, type Work } from './windows.js';

/*
 * Somebody has a snapshot of the database open for a long time, as a backup or a forgotten session does: dead rows pile up
 * behind it, and nothing that works on rows updated in place keeps its pace.
 */
const WINDOW_MS = sized({ small: 2_000, full: 60_000 });
const WINDOWS = sized({ small: 5, full: 10 });
const SENDERS = 3;

let dataDir: string;
let server: Launched | undefined;
let log: SentLog;
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'svl-snapshot-'));
  chmodSync(dataDir, 0o755);
  log = new SentLog(join(dataDir, 'sent.log'));
});
afterEach(async () => {
  await server?.end('SIGINT');
  log.close();
  removeDataDir(dataDir);
});

scenario('appends, folding and totals go on, and are right, while a snapshot is held open', async (run) => {
  server = launch(environmentOf({ DATA_DIR: dataDir }));
  const url = await server.ready;
  const sender = new Sender(url, log);
  const commands = new CommandsAtRandom('northmoor', 'L');
  const send = async (sent: Parameters<Sender['send']>[0]): Promise<number> => {
    const answer = await sender.send(sent);
    expect(answer).toMatchObject({ status: 201 });
    return (answer!.body as { position: number }).position;
  };
  await begin(sender, commands);

  const totalsAt = `${url}/api/authorities/${commands.authority}/totals?by=year,theme`;
  const answers: { readonly position: number; readonly reported: number }[] = [];
  const totals = async (atLeast = 0): Promise<void> => {
    const response = await fetch(`${totalsAt}&atLeast=${atLeast}`);
    const said = (await response.json()) as { position: number; rows: { pence: { reported: number } }[] };
    expect({ status: response.status, said }).toMatchObject({ status: 200 });
    expect(said.position).toBeGreaterThanOrEqual(atLeast);
    answers.push({ position: said.position, reported: said.rows.reduce((sum, { pence }) => sum + pence.reported, 0) });
  };

  /** What was claimed, in pence, by the position of its report. */
  const claimed = new Map<number, number>();
  const windows = new Windows();
  let over = false;
  const keepSending = async (random: Random): Promise<void> => {
    while (!over) {
      const due = commands.contractIfDue();
      for (const sent of due?.sent ?? []) await send(sent);
      due?.stands();
      const report = commands.report(random);
      const position = await windows.timed('append', () => send(report));
      claimed.set(position, Number((report.body as { quantity: string }).quantity) * UNIT_PENCE);
      await windows.timed('append to totals', () => totals(position));
      await pause(random.between(5, 25));
    }
  };
  const keepAsking = async (): Promise<void> => {
    while (!over) {
      await windows.timed('roll-up', () => totals());
      await pause(20);
    }
  };
  const working = Promise.all([...Array.from({ length: SENDERS }, (_, part) => keepSending(run.chance(part))), keepAsking()]);
  working.catch(() => undefined);

  let reader: pg.Client | undefined;
  try {
    await pause(WINDOW_MS / 2);
    windows.next();
    await Promise.race([pause(WINDOW_MS), working]);
    reader = await ownerOf(dataDir);
    await reader.query('begin isolation level repeatable read');
    const seen = await entriesSeenBy(reader);
    for (let window = 0; window < WINDOWS; window++) {
      windows.next();
      await Promise.race([pause(WINDOW_MS), working]);
      run.note('window', `${window + 1} of ${WINDOWS}`);
    }
    windows.end();
    // it saw the same all along, so it was held open
    expect(await entriesSeenBy(reader)).toBe(seen);
  } finally {
    over = true;
    await working.finally(() => reader?.end());
  }

  const record = await readRecord(dataDir);
  expect(faultsOf(record, log.read())).toEqual([]);
  const wrong = answers.filter(({ position, reported }) => reported !== [...claimed].reduce((sum, [at, pence]) => sum + (at <= position ? pence : 0), 0));
  expect(wrong).toEqual([]);
  expect(await reconcileServer({ dataDir })).toMatchObject([{ position: record.entries.length }]);
  for (const work of ['append', 'append to totals', 'roll-up'] as const satisfies readonly Work[]) {
    const told = windows.of(work);
    expect(told.filter(({ times }) => times === 0)).toEqual([]);
    run.note(work, told.map(({ times, median }) => `${((times * 1_000) / WINDOW_MS).toFixed(0)}/s ${median.toFixed(1)} ms`).join(' | '));
    run.note(`${work}, the last window beside the one before the snapshot`, `× ${(told.at(-1)!.median / told[0]!.median).toFixed(2)}`);
  }
  run.count('entries', record.entries.length);
  run.count('totals checked', answers.length);
});

async function entriesSeenBy(reader: pg.Client): Promise<number> {
  const { rows } = await reader.query<{ entries: number }>('select count(*)::integer as entries from ledger.event');
  return rows[0]!.entries;
}
