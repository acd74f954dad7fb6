import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Launched, Ran } from '../../support/running-server.js';
import { ownerOf } from './record.js';

/** What is done, in the midst of work, before the next start. */
export const BLOWS = ['server killed', 'backend killed, then the server', 'database killed', 'server and database killed at once', 'session ended, then the server killed'] as const;
export type Blow = (typeof BLOWS)[number];

/** What a blow needs: the server, and how to see to it that work goes on after the first half. */
export interface Struck {
  readonly dataDir: string;
  readonly server: Launched;
  /** Resolves once more is acknowledged. */
  readonly goesOn: () => Promise<void>;
  /** Milliseconds from there to the kill. */
  readonly pause: number;
}

/** Strikes, and answers how the server ended. */
export async function strike(blow: Blow, { dataDir, server, goesOn, pause }: Struck): Promise<Ran> {
  switch (blow) {
    case 'server killed':
      break;
    case 'session ended, then the server killed':
      await endSession(dataDir);
      await goesOn();
      break;
    case 'backend killed, then the server':
      process.kill(await backendOf(dataDir), 'SIGKILL');
      await goesOn();
      break;
    case 'server and database killed at once':
      await wait(pause);
      process.kill(server.pid, 'SIGKILL');
      process.kill(postgresOf(dataDir), 'SIGKILL');
      return server.ended;
    case 'database killed':
      await wait(pause);
      process.kill(postgresOf(dataDir), 'SIGKILL');
      return server.ended;
  }
  await wait(pause);
  return server.end('SIGKILL');
}

/** A killed server says nothing; one whose database was killed says so, and ends. */
export const endingAfter = (blow: Blow): Partial<Record<keyof Ran, unknown>> =>
  blow === 'database killed' ? { code: 3, stderr: expect.stringMatching(/^PostgreSQL \(process \d+\) has ended without being asked to\. What was acknowledged is kept: start again\./m) } : { code: -1 };

/** The PostgreSQL of the instance that has a data folder open. */
export function postgresOf(dataDir: string): number {
  const { postgres } = JSON.parse(readFileSync(join(dataDir, 'instance.json'), 'utf8')) as { postgres: { pid: number } };
  return postgres.pid;
}

const BUSY = `select pid from pg_stat_activity where backend_type = 'client backend' and pid <> pg_backend_pid() order by state = 'active' desc, random() limit 1`;

/** A backend that serves the application: one at work, if there is one. */
async function backendOf(dataDir: string): Promise<number> {
  const owner = await ownerOf(dataDir);
  const { rows } = await owner.query<{ pid: number }>(BUSY);
  await owner.end();
  return rows[0]!.pid;
}

async function endSession(dataDir: string): Promise<void> {
  const owner = await ownerOf(dataDir);
  await owner.query(`select pg_terminate_backend(pid) from (${BUSY}) as busy`);
  await owner.end();
}
