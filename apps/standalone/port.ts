import { createServer } from 'node:net';
import { codeOf, StartFailure } from '#engine/database/start-failure.js';

/**
 * Looks whether a port can be had before anything else is started.
 * @throws {StartFailure} when it cannot
 */
export function refuseTakenPort(host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', (error) => reject(portFailure(host, port, error)));
    probe.listen(port, host, () => probe.close(() => resolve()));
  });
}

/** What is wrong with a port, in words. */
export function portFailure(host: string, port: number, error: unknown): StartFailure {
  if (codeOf(error) === 'EADDRINUSE') {
    return new StartFailure(`The port ${port} of ${host} is in use by another process. Stop that one, or set PORT to another (0 picks a free one).`);
  }
  if (codeOf(error) === 'EACCES') return new StartFailure(`The port ${port} may not be opened by this user. Set PORT to one above 1023.`);
  return new StartFailure(`The port ${port} of ${host} cannot be listened on: ${(error as Error).message}.`);
}
