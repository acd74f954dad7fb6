import 'reflect-metadata';
import type { AddressInfo } from 'node:net';
import { Controller, HttpCode, Module, Post } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { CqrsModule } from '@nestjs/cqrs';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { Jobs } from '#engine/jobs/jobs.js';
import { surfaceLog } from '#surface/http/server/log.js';
import { setUpSurface, SURFACE_APP } from '#surface/set-up-surface.js';
import { SurfaceModule } from '#surface/surface.module.js';
import { handlers, routes } from '../../../apps/assembly/areas.js';
import type { Parts } from '../../../apps/assembly/parts.js';
import { PartsModule } from '../../../apps/assembly/parts.module.js';
import { freshnessOf } from '../../../apps/assembly/reached.js';

/** Does nothing: what Nest itself and its reading of the body take. */
@Controller()
class EmptyRoute {
  @Post('/empty')
  @HttpCode(200)
  nothing(): object {
    return {};
  }
}

@Module({ controllers: [EmptyRoute] })
class EmptyModule {}

export interface Served {
  readonly port: number;
  close(): Promise<void>;
}

/** Nest as it comes, with one route that does nothing. */
export async function serveEmptyRoute(): Promise<Served> {
  return listening(await NestFactory.create<NestExpressApplication>(EmptyModule, { logger: false }));
}

/** All routes of the application, as `npm start` serves them, and the empty one behind the same surface. */
export async function serveApplication(parts: Parts): Promise<Served> {
  const useFactory = () => ({ freshness: freshnessOf(parts.engine), readiness: [], log: surfaceLog('warn'), checkAnswers: false, notice: undefined });
  const jobs: Partial<Jobs> = {};
  const imports = [PartsModule.of(parts, jobs as Jobs), CqrsModule.forRoot(), SurfaceModule.boundTo({ useFactory }), ...handlers, ...routes, EmptyModule];
  @Module({ imports })
  class Application {}
  return listening(setUpSurface(await NestFactory.create<NestExpressApplication>(Application, SURFACE_APP)));
}

async function listening(app: NestExpressApplication): Promise<Served> {
  await app.listen(0, '127.0.0.1');
  const { port } = app.getHttpServer().address() as AddressInfo;
  return { port, close: () => app.close() };
}
