import { Module, type Provider, type Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { SurfaceSettings } from '#surface/http/surface-settings.js';
import { surfaceLog } from '#surface/http/server/log.js';
import { SURFACE_APP, setUpSurface } from '#surface/set-up-surface.js';
import { SurfaceModule } from '#surface/surface.module.js';

/** An app that serves only these controllers through the surface, on a free port of the loopback. */
export async function surfaceApp(
  parts: { readonly controllers: Type[]; readonly providers?: Provider[] },
  settings: Partial<SurfaceSettings> = {},
): Promise<{ readonly app: NestExpressApplication; readonly url: string; close(): Promise<void> }> {
  @Module({
    imports: [SurfaceModule.boundTo({ useFactory: () => ({ ...PLAIN, ...settings }) })],
    controllers: parts.controllers,
    providers: parts.providers ?? [],
  })
  class SurfaceApp {}

  const app = setUpSurface(await NestFactory.create<NestExpressApplication>(SurfaceApp, SURFACE_APP));
  await app.listen(0, '127.0.0.1');
  const { port } = app.getHttpServer().address() as { port: number };
  return { app, url: `http://127.0.0.1:${port}`, close: () => app.close() };
}

const PLAIN: SurfaceSettings = {
  freshness: { waitFor: () => Promise.resolve('reached') },
  readiness: [],
  log: surfaceLog('silent'),
  checkAnswers: true,
  notice: undefined,
};
