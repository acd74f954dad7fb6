import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { CqrsModule } from '@nestjs/cqrs';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { AddressInfo } from 'node:net';
import type { Config } from '#engine/config/config.js';
import { JobsOnDemand } from '#engine/jobs/jobs-on-demand.js';
import { stopGracefully } from '#surface/http/server/stop-gracefully.js';
import { surfaceLog } from '#surface/http/server/log.js';
import { setUpSurface, SURFACE_APP } from '#surface/set-up-surface.js';
import { SurfaceModule } from '#surface/surface.module.js';
import { handlers, routes } from '../assembly/areas.js';
import type { Parts } from '../assembly/parts.js';
import { PartsModule } from '../assembly/parts.module.js';
import { freshnessOf } from '../assembly/reached.js';
import { portFailure } from './port.js';

@Module({})
class Web {}

/** Serves API and pages until closed. */
export async function openTheDoors(config: Config, parts: Parts, databaseUrl: string): Promise<{ readonly url: string; close(): Promise<void> }> {
  const log = surfaceLog(config.logLevel);
  const failed = (message: string, failure: unknown): void => log.error({ failure: String(failure) }, message);
  const jobs = new JobsOnDemand(async () => {
    const [{ BullJobs }, { jobsOnPostgres }] = await Promise.all([import('#engine/jobs/bull-jobs.js'), import('#engine/jobs/jobs-backend.js')]);
    return new BullJobs(jobsOnPostgres(databaseUrl, 2), failed);
  });
  const surface = SurfaceModule.boundTo({
    useFactory: () => ({
      freshness: freshnessOf(parts.engine),
      readiness: [{ name: 'database', check: async () => void (await parts.ledger.heads()) }],
      log,
      checkAnswers: false,
      notice: NOTICE,
    }),
  });
  const root = { module: Web, imports: [PartsModule.of(parts, jobs), CqrsModule.forRoot(), surface, ...handlers, ...routes] };
  const app = await NestFactory.create<NestExpressApplication>(root, { ...SURFACE_APP, abortOnError: false });
  setUpSurface(app);
  try {
    await app.listen(config.port, config.host);
  } catch (error) {
    throw portFailure(config.host, config.port, error);
  }
  const { port } = app.getHttpServer().address() as AddressInfo;
  return {
    url: `http://${config.host.includes(':') ? `[${config.host}]` : config.host}:${port}`,
    close: async () => {
      await stopGracefully(app);
      await jobs.close();
    },
  };
}

/** Said on every page until there is sign-in. */
const NOTICE = 'Nobody signs in yet: this server listens on this machine only, and acts for “local operator” unless a request names somebody else.';
