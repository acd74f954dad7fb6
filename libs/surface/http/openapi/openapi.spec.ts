import request from 'supertest';
import { z } from 'zod';
import { answerCheck, gapsOfDocument, problemsOfDocument } from '../../../../test/support/openapi.js';
import { ORCHARDS, OrchardApi } from '../../../../test/support/toy-routes.js';
import { surfaceApp } from '../../../../test/support/surface-app.js';
import { query } from '../queries/query.js';
import { documentOf, type OpenApiDocument } from './document.js';

describe('the document of the API', () => {
  let served: Awaited<ReturnType<typeof surfaceApp>>;
  let document: OpenApiDocument;
  beforeAll(async () => {
    served = await surfaceApp({ controllers: [OrchardApi], providers: [{ provide: ORCHARDS, useValue: [] }] });
    document = (await request(served.url).get('/api/openapi.json').expect(200)).body as OpenApiDocument;
  });
  afterAll(() => served.close());

  it('is OpenAPI 3.1', () => {
    expect(document.openapi).toBe('3.1.0');
    expect(problemsOfDocument(document)).toEqual([]);
    expect(problemsOfDocument({ ...document, paths: { '/x': { get: { parameters: [{ name: 'x' }] } } } })).not.toEqual([]);
  });

  it('has no schema that is empty or open, and describes everything', () => {
    expect(gapsOfDocument(document)).toEqual([]);
  });

  it('is found wanting where a schema is open, empty or silent', () => {
    const route = query({
      path: '/api/x',
      tag: 'X',
      summary: 'Look at x',
      params: z.strictObject({}),
      query: z.strictObject({ silent: z.string() }),
      answer: z.object({ open: z.unknown(), any: z.record(z.string(), z.any()).describe('x') }),
    });
    const gaps = gapsOfDocument(documentOf([route]));
    expect(gaps).toContainEqual(expect.stringMatching(/is open$/));
    expect(gaps).toContainEqual(expect.stringMatching(/is empty$/));
    expect(gaps).toContainEqual(expect.stringMatching(/query silent is not described$/));
    expect(gaps).toContainEqual(expect.stringMatching(/\.open is not described$/));
  });

  it('says what each route takes and answers', () => {
    const { post, get } = document.paths['/api/authorities/{code}/orchards'] as Record<string, Record<string, unknown>>;
    expect(Object.keys(post?.['responses'] as object)).toEqual(['201', '400', '404', '409', '412', '413', '415', '422', '428', '500', '503']);
    expect((post?.['parameters'] as { name: string; required: boolean }[]).map(({ name, required }) => [name, required])).toEqual([
      ['code', true],
      ['Idempotency-Key', true],
      ['If-Match', false],
      ['Acting-As', false],
    ]);
    expect((get?.['parameters'] as { name: string }[]).map(({ name }) => name)).toEqual(['code', 'limit', 'after', 'atLeast']);
    expect(Object.keys(document.components.schemas).sort()).toEqual(['CommandAnswer', 'Fault', 'OrchardItem', 'Problem', 'Readiness']);
    const form = document.paths['/api/authorities/{code}/surveys']?.['post']?.['requestBody'];
    expect(form).toMatchObject({
      content: { 'multipart/form-data': { schema: { properties: { rows: { type: 'array' }, later: { type: 'boolean' } }, additionalProperties: false } } },
    });
  });

  it('is kept by what the routes answer, good and bad', async () => {
    const check = answerCheck(document);
    const planted = { name: 'A', planted: '2026-01-01', rows: [{ kind: 'pear', trees: 1 }] };
    const path = '/api/authorities/fenmarch/orchards';
    const answers = [
      await request(served.url).post(path).set('Idempotency-Key', 'k').send(planted).expect(201),
      await request(served.url).post(path).set('Idempotency-Key', 'k').send({}).expect(422),
      await request(served.url).post(path).send(planted).expect(428),
      await request(served.url).get(`${path}?limit=2`).expect(200),
      await request(served.url).get(`${path}?limit=0`).expect(422),
      await request(served.url).get(`${path}/x`).expect(200),
      await request(served.url).post('/api/authorities/fenmarch/surveys').set('Idempotency-Key', 'k').field('note', 'x').expect(201),
      await request(served.url).get('/health/live').expect(200),
      await request(served.url).get('/health/ready').expect(200),
    ];
    for (const { request: sent, status, headers, body } of answers) {
      const { method, url } = sent as unknown as { method: string; url: string };
      expect(check({ method, path: new URL(url).pathname, status, contentType: headers['content-type'], headers, body })).toEqual([]);
    }
    const wrong = { method: 'POST', path, status: 201, contentType: 'application/json', headers: {}, body: { id: 'x', position: '1', extra: 1 } };
    expect(check(wrong)).toEqual([expect.any(String), expect.any(String), expect.any(String), 'the header ETag is missing']);
    expect(check({ ...wrong, status: 418 })).toEqual([expect.stringContaining('does not say that it answers 418')]);
  });

  it('refuses two routes by one summary, two schemas by one id, and parameters that the path does not name', () => {
    const nothing = z.strictObject({});
    const of = (path: string, id: string, answer: z.ZodObject) =>
      query({ path, tag: 'X', summary: `Look at ${id}`, params: nothing, query: nothing, answer: answer.meta({ id: 'Same' }) });
    const one = of('/a', 'a', z.strictObject({ a: z.string() }));
    expect(() => documentOf([one, { ...one, path: '/b' }])).toThrow('the same summary');
    expect(() => documentOf([one, of('/c', 'c', z.strictObject({ c: z.string() }))])).toThrow(/Same/);
    expect(() => of('/a/:b', 'd', nothing)).toThrow('names the parameters b, its schema');
  });

  it('has a page, which loads nothing from elsewhere', async () => {
    const page = await request(served.url).get('/api/docs').expect(200);
    expect(page.text).toContain('swagger-ui-init.js');
    expect(page.text).not.toMatch(/(src|href)=["']?(https?:)?\/\//);
    expect(page.headers['content-security-policy']).toContain("script-src 'self'");
    await request(served.url).get('/api/docs/swagger-ui-bundle.js').expect(200);
    const script = await request(served.url).get('/api/docs/swagger-ui-init.js').expect(200);
    expect(script.text).toContain('Plant an orchard');
  });
});
