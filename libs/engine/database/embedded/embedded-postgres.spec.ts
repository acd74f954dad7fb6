import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, realpathSync } from 'node:fs';
import { chmod, chown, mkdir, readdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

import pg from 'pg';

import { startNode, type StartedNode } from '../../../../test/support/embedded-process.js';
import { itWhere } from '../../../../test/support/it-where.js';
import { copyBinaries, executable, makeMissingLinks, packagedBinaries } from './binaries.js';
import { credentialsIn } from './credentials.js';
import { joinRunningInstance, startEmbeddedPostgres, usable } from './embedded-postgres.js';
import { instanceIn } from './instance-lock.js';
import { isAlive } from './process-identity.js';
import { startServer, stopServer } from './server.js';
import { idsOf, serverUser } from './server-user.js';

const root = process.getuid?.() === 0;
let place: string;
let dataDir: string;
let seed: string;
const nodes: StartedNode[] = [];

beforeAll(async () => {
  seed = mkdtempSync(join(realpathSync(tmpdir()), 'svl-seed-'));
  await chmod(seed, 0o755);
  const node = startNode({ dataDir: join(seed, 'data') });
  await node.ready();
  await node.stop();
});
afterAll(() => rm(seed, { recursive: true, force: true }));

/** The data folder as a first start leaves it, for what happens later: making it anew each time takes the longest. */
const startedBefore = (): unknown => spawnSync('cp', ['-a', join(seed, 'data'), dataDir]);

beforeEach(async () => {
  place = mkdtempSync(join(realpathSync(tmpdir()), 'svl-embedded-'));
  await chmod(place, 0o755);
  dataDir = join(place, 'data');
});

afterEach(async () => {
  for (const node of nodes.splice(0)) await node.end();
  await rm(place, { recursive: true, force: true });
});

function start(options: { dataDir?: string; uid?: number; gid?: number } = {}): StartedNode {
  const node = startNode({ dataDir, ...options });
  nodes.push(node);
  return node;
}

async function ask(url: string, sql: string): Promise<Record<string, unknown>> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return ((await client.query(sql)).rows[0] ?? {}) as Record<string, unknown>;
  } finally {
    await client.end();
  }
}

describe('the embedded PostgreSQL', () => {
  it('is UTF-8, sorts by code point, answers on the loopback alone, and keeps what it was told', async () => {
    const first = await start().ready();
    expect(
      await ask(
        first.url,
        `select current_user as role, current_setting('server_encoding') as encoding, 'Z' < 'a' as by_code_point,
                lower('ÀÉ') as lower, current_setting('listen_addresses') as listens, current_setting('jit') as jit,
                current_setting('fsync') as fsync`,
      ),
    ).toEqual({
      role: 'svl_app',
      encoding: 'UTF8',
      by_code_point: true,
      lower: 'àé',
      listens: '127.0.0.1',
      jit: 'off',
      fsync: 'on',
    });
    await ask(first.migrationUrl, 'create table kept as select 42 as answer');
    await nodes[0]!.stop();
    const second = await start().ready();
    expect(await ask(second.migrationUrl, 'select answer from kept')).toEqual({ answer: 42 });
  });

  it('asks for its password, which only the owner of the data folder can read', async () => {
    startedBefore();
    const { url } = await start().ready();
    await expect(ask(url.replace(/:[^:@]*@/, ':guess@'), 'select 1')).rejects.toThrow('password authentication failed');
    expect((await stat(join(dataDir, 'postgres-passwords.json'))).mode & 0o777).toBe(0o600);
  });

  it('leaves no lock, no process and no half-made folder when it is stopped', async () => {
    startedBefore();
    await start().ready();
    const pid = (await instanceIn(dataDir))!.postgres!.pid;
    await nodes[0]!.stop();
    expect(isAlive(pid)).toBe(false);
    expect((await readdir(dataDir)).sort()).toEqual(['postgres', 'postgres-passwords.json']);
    expect((await readdir(join(dataDir, 'postgres'))).sort()).toEqual(['cluster', 'postgres.log']);
  });

  it('is in a session of its own, which Ctrl-C does not reach', async () => {
    startedBefore();
    const node = start();
    await node.ready();
    const pid = (await instanceIn(dataDir))!.postgres!.pid;
    const session = async (of: number): Promise<string> =>
      (await readFile(`/proc/${of}/stat`, 'utf8')).split(') ')[1]!.split(' ')[3]!;
    expect(await session(pid)).toBe(String(pid));
    expect(await session(node.pid)).not.toBe(String(pid));
  });
});

describe('a second instance', () => {
  beforeEach(startedBefore);

  it('is told who has the data folder, and disturbs nothing', async () => {
    const first = start();
    const { url } = await first.ready();
    await expect(start().failure()).resolves.toBe(
      `The data folder ${dataDir} is in use by process ${first.pid} (test, since 2026-04-01T00:00:00.000Z). ` +
        'Stop that one first, or start this one with another DATA_DIR.',
    );
    expect(await ask(url, 'select 1 as one')).toEqual({ one: 1 });
  });

  it('that only wants to work on the data joins', async () => {
    expect(await joinRunningInstance(dataDir)).toBeUndefined();
    const started = await start().ready();
    expect(await joinRunningInstance(dataDir)).toEqual(started);
  });

  it('started in the same moment lets one of both through', async () => {
    const outcomes = await Promise.all([start(), start(), start()].map((node) => node.outcome()));
    expect(outcomes.filter((outcome) => 'ready' in outcome)).toHaveLength(1);
    expect(outcomes.filter((outcome) => 'failure' in outcome)).toHaveLength(2);
  });
});

describe('after a kill -9', () => {
  beforeEach(startedBefore);

  it('of Node, the database left behind is stopped and started again, with everything committed', async () => {
    const killed = start();
    const { migrationUrl } = await killed.ready();
    await ask(migrationUrl, 'create table kept as select 42 as answer');
    const orphan = (await instanceIn(dataDir))!.postgres!.pid;
    await killed.kill();
    expect(isAlive(orphan)).toBe(true);
    const next = start();
    const addresses = await next.ready();
    expect(next.said).toEqual([expect.stringContaining(`left behind by an earlier run (process ${orphan})`)]);
    expect(isAlive(orphan)).toBe(false);
    expect(await ask(addresses.migrationUrl, 'select answer from kept')).toEqual({ answer: 42 });
  });

  it('of both, it recovers', async () => {
    const killed = start();
    const { migrationUrl } = await killed.ready();
    await ask(migrationUrl, 'create table kept as select 42 as answer');
    const postgres = (await instanceIn(dataDir))!.postgres!.pid;
    await killed.kill();
    process.kill(postgres, 'SIGKILL');
    while (isAlive(postgres)) await pause(20);
    const { migrationUrl: again } = await start().ready();
    expect(await ask(again, 'select answer from kept')).toEqual({ answer: 42 });
  });

  // PostgreSQL did not start for as long as that session worked, and the message was PostgreSQL's own.
  it('of the database alone, whose session works on, that session is ended before the next begins', async () => {
    const killed = start();
    const { migrationUrl } = await killed.ready();
    const session = new pg.Client({ connectionString: migrationUrl });
    session.on('error', () => undefined);
    await session.connect();
    const { rows } = await session.query<{ pid: number }>('select pg_backend_pid() as pid');
    const working = session.query('do $$ begin loop end loop; end $$').catch(() => undefined);
    const postgres = (await instanceIn(dataDir))!.postgres!.pid;
    process.kill(postgres, 'SIGKILL');
    await killed.kill();
    while (isAlive(postgres)) await pause(20);
    expect(isAlive(rows[0]!.pid)).toBe(true);
    const { url } = await start().ready();
    expect(isAlive(rows[0]!.pid)).toBe(false);
    expect(await ask(url, 'select 1 as one')).toEqual({ one: 1 });
    await working;
  });

  // Killed between starting PostgreSQL and PostgreSQL's saying so, a start left one that the next could not know of.
  it('of Node before its database had said who it is, that database is stopped', async () => {
    const killed = start();
    await killed.ready();
    const orphan = (await instanceIn(dataDir))!.postgres!.pid;
    await killed.kill();
    const home = join(dataDir, 'postgres');
    const server = await startServer(home, await usable(packagedBinaries(), home, serverUser()), serverUser());
    expect(isAlive(orphan)).toBe(false);
    await stopServer(server.pid);
    await server.ended;
  });

  // In a container every start has the same process number.
  it('of Node while it wrote down the passwords, they are made anew', async () => {
    await rm(dataDir, { recursive: true });
    await mkdir(dataDir);
    await writeFile(join(dataDir, `postgres-passwords.json.${process.pid}`), '{"ow');
    expect(await credentialsIn(dataDir)).toEqual({ owner: expect.any(String) as string, app: expect.any(String) as string });
  });

  it('what had been half made is cleared away, but for what is so young that it may still be made', async () => {
    const home = join(dataDir, 'postgres');
    const [old, young] = [join(home, 'unfinished-aaaaaa'), join(home, 'unfinished-bbbbbb')];
    const drafts = ['instance.json.0b36', '.writable-77', 'postgres-passwords.json.0b37', 'postgres-is-elsewhere.78'].map((name) => join(dataDir, name));
    for (const folder of [old, young]) await mkdir(join(folder, 'cluster', 'base'), { recursive: true });
    for (const draft of drafts) await writeFile(draft, '');
    const before = new Date(Date.now() - 120_000);
    for (const path of [old, ...drafts]) await utimes(path, before, before);
    await start().ready();
    expect([old, young, ...drafts].filter((path) => existsSync(path))).toEqual([young]);
    expect((await readdir(dataDir)).sort()).toEqual(['instance.json', 'postgres', 'postgres-passwords.json']);
  });

  it('a process that was given the number of the dead database is left alone', async () => {
    // of the same user, or PostgreSQL would know that it is none of its own
    const another = spawn(process.execPath, ['-e', 'setInterval(() => undefined, 1_000)'], { ...idsOf(serverUser()), cwd: '/', stdio: 'ignore' });
    try {
      await writeFile(join(dataDir, 'postgres', 'cluster', 'postmaster.pid'), `${another.pid}\n`);
      await start().ready();
      expect(isAlive(another.pid!)).toBe(true);
    } finally {
      another.kill('SIGKILL');
    }
  });
});

// The application answered every request with a failure, and went on for ever.
it('a database that ends without being asked to is told of, one that is asked to is not', async () => {
  startedBefore();
  const options = { dataDir, purpose: 'test', now: '2026-04-01T00:00:00.000Z', say: () => undefined };
  const killed = await startEmbeddedPostgres(options);
  process.kill((await instanceIn(dataDir))!.postgres!.pid, 'SIGKILL');
  await expect(killed.failed).rejects.toThrow(/^PostgreSQL \(process \d+\) has ended without being asked to\. What was acknowledged is kept: start again\. Why it ended may stand in \S+postgres\.log\.$/);
  await killed.stop();
  const stopped = await startEmbeddedPostgres(options);
  await stopped.stop();
  expect(await Promise.race([stopped.failed, pause(50, 'nothing')])).toBe('nothing');
});

describe('a start that cannot be', () => {
  const startHere = (folder: string): Promise<unknown> =>
    startEmbeddedPostgres({ dataDir: folder, purpose: 'test', now: '2026-04-01T00:00:00.000Z', say: () => undefined });

  it('names a data folder that is a file', async () => {
    await writeFile(dataDir, '');
    await expect(startHere(dataDir)).rejects.toThrow(`The data folder ${dataDir} cannot be written: a file of that name stands`);
    await expect(startHere(join(dataDir, 'deeper'))).rejects.toThrow('a part of the path is a file');
  });

  // Node went round for ever making a folder there.
  itWhere(existsSync('/proc/self'), 'this system has no /proc')('names a data folder where nothing can be made', async () => {
    for (const folder of ['/proc/x', '/proc/x/y', '/proc']) {
      await expect(startHere(folder)).rejects.toThrow(`The data folder ${folder} cannot be written: nothing can be made there. Set DATA_DIR to a folder`);
    }
  });

  it('names a data folder that this user may not write', async () => {
    await mkdir(dataDir, { mode: 0o755 });
    // Root may write anywhere, so as root the start is another user's; otherwise the folder is closed to ourselves.
    const other = root ? serverUser()! : undefined;
    if (!other) await chmod(dataDir, 0o555);
    await expect(start(other ? { uid: other.uid, gid: other.gid } : {}).failure()).resolves.toBe(
      `The data folder ${dataDir} cannot be written: this user may not write there. Set DATA_DIR to a folder that this user may write.`,
    );
  });

  it('names the version that made the data', async () => {
    const cluster = join(dataDir, 'postgres', 'cluster');
    await mkdir(cluster, { recursive: true });
    await writeFile(join(cluster, 'PG_VERSION'), '14\n');
    await expect(startHere(dataDir)).rejects.toThrow(/was made by PostgreSQL 14; this program brings PostgreSQL 18/);
    expect(await instanceIn(dataDir)).toBeUndefined();
  });

  it('names a folder that is no database', async () => {
    await mkdir(join(dataDir, 'postgres', 'cluster'), { recursive: true });
    await expect(startHere(dataDir)).rejects.toThrow('is not a PostgreSQL data folder');
  });

  it('repeats what PostgreSQL said', async () => {
    startedBefore();
    await writeFile(join(dataDir, 'postgres', 'cluster', 'postgresql.conf'), 'no_such_setting = 1\n');
    await expect(startHere(dataDir)).rejects.toThrow(/PostgreSQL did not start.*\n.*no_such_setting/);
  });
});

describe('the binaries', () => {
  it('get the links that an install without scripts leaves out', async () => {
    const copy = join(place, 'native');
    const { folder } = await copyBinaries(packagedBinaries(), copy);
    const links = JSON.parse(await readFile(join(copy, 'pg-symlinks.json'), 'utf8')) as { target: string }[];
    const paths = links.map(({ target }) => join(folder, target.replace('native/', '')));
    expect(paths).not.toHaveLength(0);
    for (const path of paths) await rm(path);
    expect(await makeMissingLinks(folder)).toBe(true);
    expect(paths.filter((path) => !existsSync(path))).toEqual([]);
  });
});

describe('as root', () => {
  const asRoot = itWhere(root, 'this user is not root');

  asRoot('it runs as another user', async () => {
    startedBefore();
    await start().ready();
    const { uid } = await stat(`/proc/${(await instanceIn(dataDir))!.postgres!.pid}`);
    expect(uid).toBe(serverUser()!.uid);
  });

  asRoot('a data folder under a closed parent has its database elsewhere, and says so', async () => {
    await chmod(place, 0o700);
    const node = start();
    await node.ready();
    const elsewhere = (await readFile(join(dataDir, 'postgres-is-elsewhere'), 'utf8')).trim();
    try {
      expect(node.said).toEqual([
        `The database is in ${elsewhere}: PostgreSQL does not run as root, and its user cannot enter the data folder.`,
      ]);
      await node.stop();
      const again = start();
      const { url } = await again.ready();
      expect(await ask(url, 'select 1 as one')).toEqual({ one: 1 });
      expect(again.said).toEqual(node.said);
    } finally {
      for (const one of nodes) await one.end();
      await rm(elsewhere, { recursive: true, force: true });
    }
  });

  // The database elsewhere was found again by the path of the data folder, and asked for passwords that had gone with it.
  asRoot('a data folder under a closed parent that was deleted is begun anew', async () => {
    await chmod(place, 0o700);
    const left: string[] = [];
    try {
      for (const _ of ['first', 'again']) {
        const node = start();
        await node.ready();
        left.push((await readFile(join(dataDir, 'postgres-is-elsewhere'), 'utf8')).trim());
        await node.stop();
        await rm(dataDir, { recursive: true });
      }
      expect(new Set(left).size).toBe(2);
    } finally {
      for (const one of nodes) await one.end();
      for (const folder of left) await rm(folder, { recursive: true, force: true });
    }
  });

  asRoot('binaries that its user cannot reach are copied to where it can', async () => {
    const closed = join(place, 'closed');
    const { folder } = await copyBinaries(packagedBinaries(), join(closed, 'native'));
    await chmod(closed, 0o700);
    const user = serverUser()!;
    const binaries = await usable({ folder, major: 18 }, place, user);
    expect(binaries.folder).toBe(join(place, 'binaries-18'));
    const said = spawnSync(executable(binaries.folder, 'postgres'), ['--version'], { uid: user.uid, gid: user.gid, cwd: '/' });
    expect(said.stdout.toString()).toMatch(/PostgreSQL\) 18/);
  });

  asRoot('another user starts it without root', async () => {
    const user = serverUser()!;
    await mkdir(dataDir);
    await chown(dataDir, user.uid, user.gid);
    const { url } = await start({ uid: user.uid, gid: user.gid }).ready();
    expect(await ask(url, 'select current_user as role')).toEqual({ role: 'svl_app' });
  });
});
