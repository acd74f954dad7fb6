import type { OpenApiDocument } from '#surface/http/openapi/document.js';
import { fenmarchImports } from '../support/golden/fenmarch.js';
import { answerCheck, gapsOfDocument, type HttpAnswer, problemsOfDocument } from '../support/openapi.js';
import { reconcileServer } from '../support/reconcile.js';
import { environmentOf, type RunningServer, startServer, svl } from '../support/running-server.js';
import { call } from './every-operation/calls.js';
import { keep, operations } from './every-operation/operations.js';

/** A Wednesday: a notice that is sent on it counts as served on it. */
const NOW = '2026-11-18T09:00:00Z';

describe('every operation of the API', () => {
  let server: RunningServer;
  let document: OpenApiDocument;
  let check: (answer: HttpAnswer) => string[];
  beforeAll(async () => {
    server = await startServer({ CLOCK: NOW });
    const then = environmentOf({ DATA_DIR: server.dataDir, CLOCK: '2025-08-01T09:00:00Z' });
    expect((await svl(then, ['import', fenmarchImports[0]!, '--create-authority', 'Fenmarch'])).code).toBe(0);
    document = (await (await fetch(`${server.url}/api/openapi.json`)).json()) as OpenApiDocument;
    check = answerCheck(document);
  }, 120_000);
  afterAll(async () => {
    try {
      expect((await reconcileServer(server)).length).toBeGreaterThan(0);
    } finally {
      await server.stop();
    }
  });

  it('stands in a document that is OpenAPI 3.1, closed and complete', () => {
    expect(problemsOfDocument(document)).toEqual([]);
    expect(gapsOfDocument(document)).toEqual([]);
  });

  it('is called here', () => {
    const paths = document.paths as Record<string, Record<string, object>>;
    const documented = Object.entries(paths).flatMap(([path, methods]) => Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`));
    const called = new Set(operations.map(({ name }) => name));
    expect(documented.filter((name) => !called.has(name) && !name.includes('/health/')).sort()).toEqual([]);
  });

  it.each(operations)('$name answers as the document says, good or bad', async ({ name, valid, invalid }) => {
    const asked = await valid();
    const good = await call(server.url, name.split(' ')[0]!, asked);
    expect({ body: good.body, status: Math.floor(good.status / 100), wrong: check(good) }).toMatchObject({ body: good.body as object, status: asked.refused ? 4 : 2, wrong: [] });
    keep(name, good.body);
    const refused = invalid();
    if (refused.path === '') return;
    const bad = await call(server.url, name.split(' ')[0]!, refused);
    expect({ body: bad.body, status: Math.floor(bad.status / 100), wrong: check(bad) }).toMatchObject({ status: 4, wrong: [] });
  }, 60_000);
});
