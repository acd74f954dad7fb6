import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';

import { Redis } from 'ioredis';

/** Whether this machine has a Redis to test with. */
export const redisIsHere = spawnSync('redis-server', ['--version']).status === 0;

/** A Redis of a test's own, that keeps nothing. */
export async function testRedis(): Promise<{ readonly url: string; stop(): Promise<void> }> {
  const port = await freePort();
  const server = spawn('redis-server', ['--port', `${port}`, '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no'], { stdio: 'ignore' });
  const url = `redis://127.0.0.1:${port}`;
  const probe = new Redis(url, { retryStrategy: () => 50, maxRetriesPerRequest: null });
  probe.on('error', () => undefined);
  const late = new AbortController();
  const patience = pause(10_000, 'late', { signal: late.signal }).catch(() => 'in time');
  if ((await Promise.race([probe.ping(), patience])) === 'late') throw new Error(`No Redis came up at ${url}.`);
  late.abort();
  probe.disconnect();
  return {
    url,
    stop: async () => {
      server.kill();
      await once(server, 'exit');
    },
  };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
