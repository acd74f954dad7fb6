import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { joinRunningInstance } from '#engine/database/embedded/embedded-postgres.js';
import { isAlive } from '#engine/database/embedded/process-identity.js';
import { apiOf } from '../support/api-of.js';
import { FENMARCH, fenmarchImports } from '../support/golden/fenmarch.js';
import { itWhere } from '../support/it-where.js';
import { reconcileServer } from '../support/reconcile.js';
import { environmentOf, type Launched, launch, type Ran, removeDataDir, svl } from '../support/running-server.js';
import { svlInProcess } from '../support/svl-in-process.js';
import { filesOf, smallWorkbook, type StatedWorkbook, withRow } from '../support/workbook.js';

/*
 * The application as a newcomer starts it and stops it, with its own PostgreSQL; what can be in the way is one clear message; and
 * the command line beside a running server and without one.
 */
const folders: string[] = [];
function folder(mode = 0o755): string {
  const made = mkdtempSync(join(tmpdir(), 'svl-standalone-'));
  chmodSync(made, mode);
  folders.push(made);
  return made;
}

/** The PostgreSQL of the instance that has a data folder open. */
function postgresOf(dataDir: string): number {
  const { postgres } = JSON.parse(readFileSync(join(dataDir, 'instance.json'), 'utf8')) as { postgres: { pid: number } };
  return postgres.pid;
}

/** It did not start, for one reason told in one message, without the inside of the program. */
async function refusedToStart(started: Launched, code: number): Promise<string> {
  const ran = await started.ended;
  expect(ran).toMatchObject({ code, stdout: '' });
  expect(ran.stderr).not.toMatch(/\n\s+at |Error:/);
  return ran.stderr.trim();
}

const dataDir = folder();
const environment = environmentOf({ DATA_DIR: dataDir });
const command = (...args: string[]): Promise<Ran> => svl(environment, args);
/** The same without a process of its own, for what is only about the answer: `svl-in-process.acceptance` holds the two against each other. */
const answerOf = (...args: string[]): Promise<Ran> => svlInProcess(environment, args);
let server: Launched;
let url: string;
beforeAll(async () => {
  server = launch(environment);
  url = await server.ready;
}, 120_000);
afterAll(async () => {
  await server.end('SIGINT');
  folders.forEach(removeDataDir);
});

describe('A server as a newcomer starts it', () => {
  it('says where it is ready, as the last thing on standard output', () => {
    expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
  });

  it('is alive and ready, and answers with its pages, its API and its documentation', async () => {
    for (const path of ['/health/live', '/health/ready', '/', '/api/openapi.json', '/api/docs', '/api/authorities']) {
      expect([path, (await fetch(url + path)).status]).toEqual([path, 200]);
    }
  });

  it('keeps its data folder to itself: a second instance is told whose it is', async () => {
    const message = await refusedToStart(launch(environment), 3);
    expect(message).toMatch(new RegExp(`^The data folder \\S+ is in use by process ${server.pid} \\(server, since \\S+\\)\\. Stop that one first, or start this one with another DATA_DIR\\.$`));
    expect((await fetch(`${url}/health/ready`)).status).toBe(200);
  });

  it('says which port is in use', async () => {
    const port = new URL(url).port;
    const message = await refusedToStart(launch(environmentOf({ DATA_DIR: folder(), PORT: port })), 3);
    expect(message).toBe(`The port ${port} of 127.0.0.1 is in use by another process. Stop that one, or set PORT to another (0 picks a free one).`);
  });
});

describe('What is in the way of a start is one clear message', () => {
  it('a data folder that this user may not write', async () => {
    const closed = folder(0o555);
    // root may write anywhere: somebody else starts it then
    const uid = process.getuid?.() === 0 ? 65_534 : undefined;
    expect(await refusedToStart(launch(environmentOf({ DATA_DIR: closed, HOME: '/' }), uid), 3)).toMatch(/^The data folder \S+ cannot be written: this user may not write there\./);
  });

  // It went round for ever.
  itWhere(existsSync('/proc/self'), 'this system has no /proc')('a data folder where nothing can be made, with a database of its own or without', async () => {
    for (const database of [{}, { DATABASE_URL: 'postgres://svl:secret@127.0.0.1:1/ledger' }]) {
      expect(await refusedToStart(launch(environmentOf({ DATA_DIR: '/proc/x', ...database })), 3)).toBe('The data folder /proc/x cannot be written: nothing can be made there. Set DATA_DIR to a folder that this user may write.');
    }
  });

  it('a data folder of another version of PostgreSQL', async () => {
    const old = folder();
    mkdirSync(join(old, 'postgres', 'cluster'), { recursive: true });
    writeFileSync(join(old, 'postgres', 'cluster', 'PG_VERSION'), '15\n');
    expect(await refusedToStart(launch(environmentOf({ DATA_DIR: old })), 3)).toMatch(/PostgreSQL 15\b/);
  });

  it('an environment with several faults, all named at once', async () => {
    const message = await refusedToStart(launch(environmentOf({ DATA_DIR: folder(), PORT: 'eighty', HOST: '0.0.0.0', SAMPLE: 'city', CLOCK: '2026-03-31T09:00:00Z', LOG_LEVEL: 'nonsense', NODE_ENV: 'production' })), 2);
    expect(message.split('\n').map((line) => line.trim().split(' ')[0])).toEqual(['The', 'PORT', 'HOST', 'SAMPLE', 'LOG_LEVEL', 'CLOCK']);
  });
});

describe('The command line beside a running server', () => {
  const write = (workbook: StatedWorkbook): string => {
    const path = folder();
    for (const { fileName, bytes } of filesOf(workbook)) writeFileSync(join(path, fileName), bytes);
    return path;
  };

  it('0: does what it is asked, and the server knows it', async () => {
    const ran = await command('import', fenmarchImports[0]!, '--create-authority', 'Fenmarch', '--json');
    expect(ran).toMatchObject({ code: 0 });
    const { status, position } = JSON.parse(ran.stdout) as { status: string; position: number };
    expect(status).toBe('accepted');
    const { body } = await apiOf({ url }).get(`authorities/${FENMARCH}/totals`, { by: 'year', atLeast: String(position) });
    const totals = await command('totals', '--by', 'year', '--json');
    expect(totals).toMatchObject({ code: 0 });
    expect(JSON.parse(totals.stdout)).toEqual(body);
  });

  it('0: speaks words to people, and one document to programs', async () => {
    const words = await answerOf('totals', '--by', 'year');
    expect(words.code).toBe(0);
    expect(words.stdout).toMatch(/Committed.*Validated/);
    expect(() => JSON.parse(words.stdout) as unknown).toThrow();
  });

  it('1: has looked and found wrong: an import with errors', async () => {
    const path = write(withRow({ ...smallWorkbook, about: smallWorkbook.about.map((row) => (row['key'] === 'authority' ? { ...row, value: 'badly' } : row)) }, 'targets', 1, { quantity: 'a lot' }));
    const ran = await answerOf('import', path, '--create-authority', 'Badly', '--check', '--json');
    expect(ran.code).toBe(1);
    expect(JSON.parse(ran.stdout)).toMatchObject({ problems: [{ sheet: 'targets', row: 3, column: 'quantity', value: 'a lot', rule: 'must be a number' }] });
  });

  it.each<[string, string[], RegExp]>([
    ['a command that is none', ['count'], /unknown command 'count'/],
    ['a dimension that is none', ['totals', '--by', 'colour'], /must be a dimension/],
    ['an authority that has no ledger', ['totals', '--authority', 'nowhere'], /must have a ledger/],
  ])('2: is used wrongly: %s', async (_how, args, message) => {
    const ran = await answerOf(...args);
    expect({ code: ran.code, stdout: ran.stdout }).toEqual({ code: 2, stdout: '' });
    expect(ran.stderr).toMatch(message);
    expect(ran.stderr).not.toMatch(/\n\s+at /);
  });

  it('3: cannot reach what it needs', async () => {
    const ran = await svl(environmentOf({ DATA_DIR: folder(), DATABASE_URL: 'postgres://svl:secret@127.0.0.1:1/ledger' }), ['verify']);
    expect(ran).toMatchObject({ code: 3, stdout: '' });
    expect(ran.stderr).toMatch(/^The database at postgres:\/\/svl:\*\*\*@127\.0\.0\.1:1\/ledger cannot be reached: .*ECONNREFUSED/);
  });
});

describe('A server that is killed', () => {
  it('kept all that it had answered, leaves no trace of what it had not, and starts again on the database left behind', async () => {
    const api = apiOf({ url }, `/api/authorities/${FENMARCH}/`);
    const provider = (n: number) => ({ reference: `PX-${n}`, name: `Provider ${n}`, type: 'public body' });
    const keyed = (n: number) => ({ 'Idempotency-Key': `killed-${n}` });
    const answered: number[] = [];
    const sending = Array.from({ length: 40 }, (_, n) =>
      pause(n * 25)
        .then(() => api.post('providers', provider(n), keyed(n)))
        .then(({ status }) => status === 201 && answered.push(n))
        .catch(() => undefined),
    );
    const postgres = postgresOf(dataDir);
    while (answered.length < 8) await pause(5);
    expect(await server.end('SIGKILL')).toMatchObject({ code: -1 });
    await Promise.all(sending);
    expect(answered.length).toBeGreaterThan(0);
    expect(answered.length).toBeLessThan(40);
    expect(isAlive(postgres)).toBe(true);

    server = launch(environment);
    url = await server.ready;
    expect(isAlive(postgres)).toBe(false);
    const again = apiOf({ url }, `/api/authorities/${FENMARCH}/`);
    const providers = async (): Promise<readonly string[]> => {
      const { body: authorities } = await apiOf({ url }).get('authorities');
      const { position } = (authorities as { items: { code: string; position: number }[] }).items.find(({ code }) => code === FENMARCH)!;
      const { body } = await again.get('providers', { limit: '200', atLeast: String(position) });
      return (body as { items: { reference: string }[] }).items.map(({ reference }) => reference).filter((reference) => reference.startsWith('PX-'));
    };
    expect(await providers()).toEqual(expect.arrayContaining(answered.map((n) => `PX-${n}`)));
    for (let n = 0; n < 40; n++) expect(await again.post('providers', provider(n), keyed(n))).toMatchObject({ status: 201, body: { id: `PX-${n}` } });
    expect(await providers()).toHaveLength(40);
  }, 60_000);

  it('left an intact record', async () => {
    const ran = await answerOf('verify', '--json');
    expect(ran.code).toBe(0);
    expect(JSON.parse(ran.stdout)).toMatchObject({ authority: FENMARCH, from: 1, problems: [] });
    expect(await reconcileServer({ dataDir })).toEqual([expect.objectContaining({ authority: FENMARCH })]);
  });
});

describe('A server that is stopped while it is still starting', () => {
  // A closed terminal ended the server at once, and left the database running.
  it.each<[string, (started: Launched) => Promise<unknown>]>([
    ['by Ctrl-C', async (started) => expect(await started.end('SIGINT')).toMatchObject({ code: 0, stdout: '' })],
    ['by closing its terminal', (started) => started.closeTerminal()],
  ])('%s ends, and leaves no PostgreSQL and no lock', async (_how, stop) => {
    const place = folder();
    const started = launch(environmentOf({ DATA_DIR: place }));
    const cluster = join(place, 'postgres', 'cluster', 'postmaster.pid');
    while (!existsSync(cluster)) await pause(5);
    const postgres = Number(readFileSync(cluster, 'utf8').split('\n')[0]);
    await stop(started);
    expect([isAlive(postgres), existsSync(join(place, 'instance.json'))]).toEqual([false, false]);
  }, 60_000);
});

describe('A server that is stopped', () => {
  let ended: Ran;
  let postgres: number;
  beforeAll(async () => {
    postgres = postgresOf(dataDir);
    const api = apiOf({ url }, `/api/authorities/${FENMARCH}/`);
    const parts = ['about', 'closed_years'].map((name) => ({ fileName: `${name}.csv`, bytes: readFileSync(join(fenmarchImports[1]!, `${name}.csv`)) }));
    const begun = api.upload('imports', parts);
    await pause(60);
    ended = await server.end('SIGINT');
    expect(await begun).toMatchObject({ status: 201, body: { status: 'accepted' } });
  }, 60_000);

  it('finishes what has begun, and ends with 0', () => {
    expect(ended).toMatchObject({ code: 0, stderr: expect.stringContaining('Finishing what has begun, then stopping the database …') as string });
  });

  it('leaves no PostgreSQL and no lock', () => {
    expect(isAlive(postgres)).toBe(false);
    expect(existsSync(join(dataDir, 'instance.json'))).toBe(false);
  });
});

describe('The command line without a server', () => {
  it('starts the database, answers, and stops it', async () => {
    const ran = await command('totals', '--by', 'year', '--json');
    expect(ran.code).toBe(0);
    expect((JSON.parse(ran.stdout) as { rows: object[] }).rows.length).toBeGreaterThan(2);
    expect(existsSync(join(dataDir, 'instance.json'))).toBe(false);
  });

  it('130: is interrupted, and leaves no PostgreSQL', async () => {
    const running = command('rebuild');
    const lock = join(dataDir, 'instance.json');
    let instance: { pid: number; postgres: { pid: number } | null } | undefined;
    while (!instance?.postgres) {
      await pause(10);
      instance = existsSync(lock) ? (JSON.parse(readFileSync(lock, 'utf8')) as typeof instance) : undefined;
    }
    process.kill(instance.pid, 'SIGINT');
    expect(await running).toMatchObject({ code: 130 });
    expect(isAlive(instance.postgres.pid)).toBe(false);
    expect(existsSync(lock)).toBe(false);
  });
});

describe('A record that somebody changed behind the application', () => {
  it('1: is found by verify, and named', async () => {
    server = launch(environment);
    url = await server.ready;
    const { migrationUrl } = (await joinRunningInstance(dataDir))!;
    const owner = new pg.Client({ connectionString: migrationUrl });
    await owner.connect();
    const partitions = await owner.query<{ name: string }>(`select inhrelid::regclass::text as name from pg_inherits where inhparent = 'ledger.event'::regclass`);
    for (const { name } of [{ name: 'ledger.event' }, ...partitions.rows]) await owner.query(`alter table ${name} disable trigger user`);
    const changed = await owner.query(`update ledger.event set payload = replace(payload, '"quantity":"', '"quantity":"1') where authority = $1 and position = (select min(position) from ledger.event where authority = $1 and type = 'TargetAgreed')`, [FENMARCH]);
    await owner.end();
    expect(changed.rowCount).toBe(1);
    const ran = await command('verify', '--json');
    expect(ran.code).toBe(1);
    expect(JSON.parse(ran.stdout)).toMatchObject({ problems: [{ position: expect.any(Number) as number }] });
  });
});
