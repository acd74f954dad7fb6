import { fileURLToPath } from 'node:url';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { Metrics } from './http/metrics/metrics.js';
import { apiDocs } from './http/openapi/api-docs.js';
import { RouteCatalogue } from './http/openapi/route-catalogue.js';
import { inOne } from './http/server/in-one.js';
import { jsonBody } from './http/server/json-body.js';
import { nestLog, requestLog } from './http/server/log.js';
import { knownHosts, LOOPBACK_NAMES, securityHeaders } from './http/server/security.js';
import { SURFACE, type SurfaceSettings } from './http/surface-settings.js';

export interface SurfaceOptions {
  /** The host names that it answers to, beside the loopback's. */
  readonly hosts?: readonly string[];
  /** Whether people reach it by https. */
  readonly https?: boolean;
}

/** What an app created with these answers through the surface: `NestFactory.create(App, SURFACE_APP)`. */
export const SURFACE_APP = { bodyParser: false, bufferLogs: true } as const;

/** Style sheet and script, as the build lays them out: seen from what is built, and from the sources (in tests). */
const ASSETS = ['../../assets', '../../dist/assets'].map((folder) => fileURLToPath(new URL(folder, import.meta.url)));

/** Prepares an app that imports `SurfaceModule`: headers, log, bodies, assets, and the page of the API. */
export function setUpSurface(app: NestExpressApplication, options: SurfaceOptions = {}): NestExpressApplication {
  const settings = app.get<SurfaceSettings>(SURFACE, { strict: false });
  const catalogue = app.get(RouteCatalogue, { strict: false });
  app.useLogger(nestLog(settings.log));
  app.set('etag', false);
  app.disable('x-powered-by');
  app.use(
    inOne(
      app.get(Metrics, { strict: false }).timing,
      requestLog(settings.log),
      securityHeaders({ https: options.https ?? false }),
      knownHosts([...LOOPBACK_NAMES, ...(options.hosts ?? [])]),
      jsonBody(),
    ),
  );
  for (const folder of ASSETS) app.useStaticAssets(folder, { prefix: '/assets', index: false, maxAge: 0 });
  app.use(apiDocs(() => catalogue.document()));
  return app;
}
