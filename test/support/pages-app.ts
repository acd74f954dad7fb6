import type { AddressInfo } from 'node:net';
import { type DynamicModule, Module, type Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { CqrsModule } from '@nestjs/cqrs';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { PartsModule } from '../../apps/assembly/parts.module.js';
import { freshnessOf } from '../../apps/assembly/reached.js';
import type { Jobs } from '#engine/jobs/jobs.js';
import { csvFolder, DoImport, importJob, importWorkbook } from '#areas/workbook/index.js';
import { surfaceLog } from '#surface/http/server/log.js';
import { SURFACE_APP, setUpSurface } from '#surface/set-up-surface.js';
import { SurfaceModule } from '#surface/surface.module.js';
import { fenmarchImports, FENMARCH, readSheet } from './golden/fenmarch.js';
import type { World } from './world.js';

export interface ShownPage {
  readonly status: number;
  readonly location: string | null;
  readonly type: string;
  readonly html: string;
}

/** An app that serves pages. */
export interface PagesApp {
  readonly url: string;
  /** A page as it comes, redirects not followed. */
  page(path: string): Promise<ShownPage>;
  /** Sends a form as a browser does, redirects not followed. */
  send(path: string, form: FormData | URLSearchParams, headers?: Readonly<Record<string, string>>): Promise<ShownPage>;
  close(): Promise<void>;
}

/** Serves the pages of some modules on the world's parts, on a free port of the loopback; with jobs, imports are done too. */
export async function pagesApp(world: World, modules: readonly (Type | DynamicModule)[], jobs?: Jobs): Promise<PagesApp> {
  const surface = SurfaceModule.boundTo({
    useFactory: () => ({
      freshness: freshnessOf(world.parts.engine),
      readiness: [],
      log: surfaceLog('silent'),
      checkAnswers: true,
      notice: 'Nobody signs in yet: this server acts for “local operator”.',
    }),
  });

  @Module({ imports: [PartsModule.of(world.parts, jobs), CqrsModule.forRoot(), surface, ...modules] })
  class App {}

  const app = setUpSurface(await NestFactory.create<NestExpressApplication>(App, { ...SURFACE_APP, abortOnError: false }));
  await app.listen(0, '127.0.0.1');
  if (jobs) {
    const imports = app.get(DoImport, { strict: false });
    await jobs.handle(importJob, (run) => imports.run(run));
  }
  const ask = async (path: string, init: RequestInit = {}): Promise<ShownPage> => {
    const answered = await fetch(`${url}${path}`, { redirect: 'manual', ...init, headers: { Accept: 'text/html', ...init.headers } });
    const { status, headers } = answered;
    return { status, location: headers.get('location'), type: headers.get('content-type') ?? '', html: await answered.text() };
  };
  const url = `http://127.0.0.1:${(app.getHttpServer().address() as AddressInfo).port}`;
  return {
    url,
    page: (path) => ask(path),
    send: (path, form, headers = {}) => ask(path, { method: 'POST', body: form, headers: { 'Sec-Fetch-Site': 'same-origin', ...headers } }),
    close: () => app.close(),
  };
}

/** Imports the golden authority's four workbooks, each on the day that it was prepared; answers the positions reached. */
export async function importFenmarch(world: World): Promise<readonly number[]> {
  const { ledger, directory, importedRows, evidence, clock, engine } = world.parts;
  const positions: number[] = [];
  for (const folder of fenmarchImports) {
    const preparedOn = readSheet(folder, 'about').find(({ key }) => key === 'prepared_on')!['value'];
    world.clock.set(`${preparedOn}T12:00:00.000Z`);
    const request = { reader: await csvFolder(folder), commandId: folder, actingAs: 'local operator', createAuthority: 'Fenmarch Council' };
    const result = await importWorkbook({ ledger, directory, importedRows, evidenceFiles: evidence, clock }, request);
    if (result.status !== 'accepted') throw new Error(JSON.stringify(result.problems));
    positions.push(result.position);
  }
  await engine.catchUp(FENMARCH);
  return positions;
}
