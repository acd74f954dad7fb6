import { chmodSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { reconcileServer } from '../../support/reconcile.js';
import { environmentOf, type Launched, launch, removeDataDir } from '../../support/running-server.js';
import { svlInProcess } from '../../support/svl-in-process.js';
import { type Run, scenario, size, sized } from '../scenario.js';
import { BLOWS, endingAfter, strike } from './blows.js';
import { CommandsAtRandom } from './commands-at-random.js';
import { faultsOf } from './faults.js';
import { Load } from './load.js';
import { readRecord } from './record.js';
import { begin, Sender } from './sender.js';
import { isAcknowledged, SentLog } from './sent-log.js';
import { importsEnd, sendAgain } from './sent-again.js';

/*
 * The application is killed in the midst of commands, imports and folding, again and again on the same data folder. The
 * senders keep a log of their own; after every start it is held against the record.
 */
const KILLS = sized({ small: 3, full: 50 });
const SENDERS = sized({ small: 4, full: 8 });
const BEFORE_A_KILL = sized({ small: 12, full: 30 });

let dataDir: string;
let server: Launched | undefined;
let log: SentLog;
/** Authorities that were verified and reconciled. */
const verified = new Set<string>();
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'svl-killed-'));
  chmodSync(dataDir, 0o755);
  log = new SentLog(join(dataDir, 'sent.log'));
});
afterEach(async () => {
  await server?.end('SIGINT');
  log.close();
  removeDataDir(dataDir);
});

scenario('a server killed again and again keeps what it acknowledged, once, and does what it had begun', async (run) => {
  const environment = environmentOf({ DATA_DIR: dataDir });
  const start = async (): Promise<string> => {
    server = launch(environment);
    return server.ready;
  };
  const commands = new CommandsAtRandom('northmoor', 'L');
  let url = await start();
  await begin(new Sender(url, log), commands);

  for (let round = 0, kills = 0; kills < KILLS; round++) {
    const blow = BLOWS[round] ?? run.random.pick(BLOWS);
    const load = new Load(url, log, commands, (part) => run.chance(round * 100 + part), SENDERS);
    const goesOn = (): Promise<void> => load.more(BEFORE_A_KILL);
    await goesOn();
    load.blowFalls();
    const ended = await strike(blow, { dataDir, server: server!, goesOn, pause: run.random.between(0, 400) });
    await load.stop();
    expect({ blow, ended }).toMatchObject({ blow, ended: endingAfter(blow) });
    expect({ blow, wrong: load.wrong }).toEqual({ blow, wrong: [] });
    kills += blow === 'database killed' ? 0 : 1;
    run.count(blow);
    run.count('acknowledged', load.acknowledged);
    run.count('totals read', load.asked);
    run.count('passed over before a blow', load.passedOver);
    if (size === 'full') await killedWhileStarting(environment, run);
    url = await start();

    const sent = log.read();
    const found = await readRecord(dataDir);
    expect({ blow, faults: faultsOf(found, sent) }).toEqual({ blow, faults: [] });
    run.count('not acknowledged', sent.filter((one) => !isAcknowledged(one)).length);
    const cut = await importsEnd(url, found, sent, 60_000);
    expect({ blow, wrong: cut.wrong }).toEqual({ blow, wrong: [] });
    run.count('cut imports done', cut.done);
    run.count('cut imports failed', cut.failed);
    expect({ blow, wrong: await sendAgain(url, log, run.random) }).toEqual({ blow, wrong: [] });
    // what is broken stays broken: the small size looks into the depth at its end only
    if (size === 'full' || kills === KILLS) run.note('entries', String(await isIntact(url, environment, commands.authority, kills === KILLS)));
  }
  await provesThatItCanFail();
});

/** Killed once more, or several times, before it is ready. */
async function killedWhileStarting(environment: ReturnType<typeof environmentOf>, run: Run): Promise<void> {
  while (run.random.chance(0.25)) {
    server = launch(environment);
    await pause(run.random.between(0, 3_000));
    await server.end('SIGKILL');
    run.count('killed while starting');
  }
}

/**
 * Everything that was sent is there by now; verified, folded by the server itself, and reconciled. Of the authorities that
 * workbooks have opened each is looked into once, and all again in the end: else each round would cost more than the one
 * before. Answers how many entries.
 */
async function isIntact(url: string, environment: ReturnType<typeof environmentOf>, authority: string, inTheEnd: boolean): Promise<number> {
  const record = await readRecord(dataDir);
  expect(faultsOf(record, log.read())).toEqual([]);
  const headOf = (one: string): number => record.entries.filter((entry) => entry.authority === one).length;
  const looked = record.authorities.filter((each) => inTheEnd || each === authority || !verified.has(each));
  for (const one of looked) {
    const { code, stdout } = await svlInProcess(environment, ['verify', '--json', '--authority', one]);
    expect({ code, said: JSON.parse(stdout) as object }).toMatchObject({ code: 0, said: { authority: one, from: 1, to: headOf(one), problems: [] } });
    verified.add(one);
  }
  const totals = await fetch(`${url}/api/authorities/${authority}/totals?atLeast=${headOf(authority)}`);
  expect({ status: totals.status, body: await totals.text() }).toMatchObject({ status: 200 });
  const reconciled = await reconcileServer({ dataDir }, looked);
  expect(reconciled.map((one) => one.authority).toSorted()).toEqual(looked);
  return record.entries.length;
}

/** The same comparison finds what is lost, doubled or there in part, and an acknowledgement of what was never recorded. */
async function provesThatItCanFail(): Promise<void> {
  const record = await readRecord(dataDir);
  const sent = log.read();
  const { entries, commands, rows } = record;
  const last = entries.at(-1)!;
  const report = entries.findLast(({ type }) => type === 'DeliveryReported')!;
  const imported = sent.find(({ kind }) => kind === 'import')!;
  const wrong: Readonly<Record<string, readonly string[]>> = {
    'an entry lost from the midst': faultsOf({ ...record, entries: entries.filter((entry) => entry !== report) }, sent),
    'a last entry lost': faultsOf({ ...record, entries: entries.slice(0, -1) }, sent),
    'a command lost': faultsOf({ ...record, entries: entries.filter((entry) => !(entry.authority === last.authority && entry.position === last.position)), commands: commands.filter((command) => !(command.authority === last.authority && command.last === last.position)) }, sent),
    'an entry doubled': faultsOf({ ...record, entries: [...entries, { ...report, position: entries.filter(({ authority }) => authority === report.authority).length + 1 }] }, sent),
    'half a workbook remembered': faultsOf({ ...record, rows: rows.slice(0, -1) }, sent),
    'an acknowledgement of nothing': faultsOf(record, [...sent, { ...imported, key: 'L-I0', answers: imported.answers }]),
    'a record that was denied': faultsOf(record, sent.map((one) => (one === imported ? { ...one, answers: [{ status: 503, body: { detail: 'Nothing has been recorded.' } }] } : one))),
    'another position': faultsOf(record, sent.map((one) => (one === imported ? { ...one, answers: [{ status: 201, body: { ...(one.answers.at(-1)!.body as object), position: 1 } }] } : one))),
  };
  expect(Object.entries(wrong).filter(([, faults]) => faults.length === 0)).toEqual([]);
}
