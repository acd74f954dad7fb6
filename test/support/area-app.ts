import type { AddressInfo } from 'node:net';
import { Module, type Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { CqrsModule } from '@nestjs/cqrs';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { PartsModule } from '../../apps/assembly/parts.module.js';
import { freshnessOf } from '../../apps/assembly/reached.js';
import { surfaceLog } from '#surface/http/server/log.js';
import { SURFACE_APP, setUpSurface } from '#surface/set-up-surface.js';
import { SurfaceModule } from '#surface/surface.module.js';
import type { World } from './world.js';

/** What a request was answered. */
export interface Reply {
  readonly status: number;
  readonly etag: string | null;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  readonly body: any;
}

/** An app that serves some areas over HTTP. */
export interface AreaApp {
  get(path: string): Promise<Reply>;
  /** Sends a command, under a key of its own unless one is given among the headers. */
  post(path: string, body: object, headers?: Readonly<Record<string, string>>): Promise<Reply>;
  /** Sends a command with files, as a form. */
  upload(path: string, form: FormData, headers?: Readonly<Record<string, string>>): Promise<Reply>;
  close(): Promise<void>;
}

/** Serves the modules of areas on the world's parts, on a free port of the loopback; answers are checked against their schemas. */
export async function areaApp(world: World, modules: readonly Type[]): Promise<AreaApp> {
  const surface = SurfaceModule.boundTo({
    useFactory: () => ({
      freshness: freshnessOf(world.parts.engine),
      readiness: [],
      log: surfaceLog('silent'),
      checkAnswers: true,
      notice: undefined,
    }),
  });

  @Module({ imports: [PartsModule.of(world.parts), CqrsModule.forRoot(), surface, ...modules] })
  class App {}

  const app = setUpSurface(await NestFactory.create<NestExpressApplication>(App, { ...SURFACE_APP, abortOnError: false }));
  await app.listen(0, '127.0.0.1');
  const { port } = app.getHttpServer().address() as AddressInfo;
  const ask = async (path: string, init: RequestInit = {}): Promise<Reply> => {
    const response = await fetch(`http://127.0.0.1:${port}${path}`, init);
    const text = await response.text();
    return { status: response.status, etag: response.headers.get('etag'), body: text === '' ? null : JSON.parse(text) };
  };
  let keys = 0;
  return {
    get: (path) => ask(path),
    post: (path, body, headers = {}) =>
      ask(path, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', 'Idempotency-Key': `key-${keys++}`, ...headers },
        body: JSON.stringify(body),
      }),
    upload: (path, form, headers = {}) => ask(path, { method: 'POST', headers: { 'Idempotency-Key': `key-${keys++}`, ...headers }, body: form }),
    close: () => app.close(),
  };
}
