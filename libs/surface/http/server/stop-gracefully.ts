import type { NestExpressApplication } from '@nestjs/platform-express';
import { Stopping } from '../health/stopping.js';

/**
 * Stops in the order that loses nothing: says that it is not ready, takes no new connection, lets requests that have
 * begun finish within `withinMs`, and only then closes what they use.
 */
export async function stopGracefully(app: NestExpressApplication, withinMs = 10_000): Promise<void> {
  app.get(Stopping, { strict: false }).begin();
  const server = app.getHttpServer();
  const finished = new Promise<void>((resolve) => server.close(() => resolve()));
  server.closeIdleConnections();
  const cutOff = setTimeout(() => server.closeAllConnections(), withinMs);
  await finished;
  clearTimeout(cutOff);
  await app.close();
}
