import request from 'supertest';
import { ORCHARDS, OrchardApi } from '../../../../test/support/toy-routes.js';
import { surfaceApp } from '../../../../test/support/surface-app.js';
import type { Reached } from './freshness.js';

describe('a query over HTTP', () => {
  let served: Awaited<ReturnType<typeof surfaceApp>>;
  let reached: Reached = 'reached';
  const waits: unknown[][] = [];
  beforeAll(async () => {
    const freshness = {
      waitFor: (...wait: unknown[]) => {
        waits.push(wait);
        return Promise.resolve(reached);
      },
    };
    served = await surfaceApp({ controllers: [OrchardApi], providers: [{ provide: ORCHARDS, useValue: [] }] }, { freshness });
  });
  beforeEach(() => {
    waits.splice(0);
    reached = 'reached';
  });
  afterAll(() => served.close());

  const ask = (path: string) => request(served.url).get(`/api/authorities/fenmarch/orchards${path}`);

  it('reads lists, numbers and booleans out of its address', async () => {
    const { body } = await ask('/Long%20Acre?by=row,kind&where=a=1&where=b=2&from=3&deep=true');
    expect(body.name).toBe('Long Acre');
    expect(JSON.parse(body.asked as string)).toEqual({ by: ['row', 'kind'], where: ['a=1', 'b=2'], from: 3, deep: true });
  });

  it('takes a list whose name is repeated, and names with hyphens as the command line spells them', async () => {
    const { body } = await ask('/x?by=row&by=kind&where=a=1&fr-om=3');
    expect((body as { errors: unknown }).errors).toEqual([expect.objectContaining({ field: 'fr-om' })]);
    const taken = await ask('/x?by=row&by=kind&where=a=1&at-least=3');
    expect(JSON.parse(taken.body.asked as string)).toMatchObject({ by: ['row', 'kind'], where: ['a=1'] });
    expect(waits).toEqual([['fenmarch', 3, 'orchards', 5000]]);
  });

  it('states the version of what it answers, for If-Match', async () => {
    expect((await ask('/x')).headers['etag']).toBe('"4"');
  });

  it.each([
    ['by=tree', { field: 'by[0]', value: 'tree', rule: 'must be one of: row, kind' }],
    ['from=1.5', { field: 'from', value: '1.5', rule: 'must be a whole number' }],
    ['from=', { field: 'from', value: '', rule: 'must be a number' }],
    ['from=0x10', { field: 'from', value: '0x10', rule: 'must be a number' }],
    ['from=1&from=2', { field: 'from', value: '2', rule: 'must be given once' }],
    ['deep=yes', { field: 'deep', value: 'yes', rule: 'must be true or false' }],
    ['form=1', { field: 'form', value: '1', rule: 'must be a name that is known here' }],
    ['where=a%00', { field: 'where[0]', value: 'a␀', rule: 'must not hold the character NUL' }],
  ])('refuses ?%s', async (query, fault) => {
    const { status, body } = await ask(`/x?${query}`);
    expect([status, body.errors]).toEqual([422, [expect.objectContaining(fault)]]);
  });

  it('brings the words of a parameter’s own rule, and its description where a rule has no advice', async () => {
    const { status, body } = await request(served.url).get('/api/authorities/FEN/orchards/x');
    expect([status, body.errors]).toEqual([
      422,
      [{ field: 'code', value: 'FEN', rule: 'must be 2 to 20 small letters', fix: 'What belongs here: The code of the authority.' }],
    ]);
  });

  it('waits for the position that it is asked to include, and only then', async () => {
    await ask('/x').expect(200);
    await ask('/x?atLeast=12').expect(200);
    expect(waits).toEqual([['fenmarch', 12, 'orchards', 5000]]);
  });

  it('answers 503 with Retry-After when that takes too long', async () => {
    reached = 'timed out';
    const { status, body, headers } = await ask('?atLeast=12');
    expect([status, headers['retry-after'], body.type]).toEqual([503, '5', '/api/problems#not-yet']);
    expect(body.detail).toContain('position 12');
  });

  it('says at once when the projection is parked', async () => {
    reached = { parkedAt: 9 };
    const { status, body, headers } = await ask('?atLeast=12');
    expect([status, headers['retry-after'], body.type]).toEqual([503, '60', '/api/problems#parked']);
    expect(body.detail).toMatch(/parked at position 9 and cannot reach 12/);
  });

  it('gives a list in parts, each saying how to go on, until the end', async () => {
    const found: string[] = [];
    let next: string | null = '';
    for (let parts = 0; next !== null; parts++) {
      expect(parts).toBeLessThan(4);
      const { body } = await ask(`?limit=2${next === '' ? '' : `&after=${next}`}`).expect(200);
      found.push(...(body.items as { id: string }[]).map(({ id }) => id));
      next = body.next as string | null;
    }
    expect(found).toEqual(['ash', 'beech', 'cherry', 'damson', 'elder']);
    expect((await ask('?limit=5')).body.next).toBeNull();
  });

  it.each(['x', 'WzFd', '%7B%7D', ''])('refuses “after=%s”, which no list gave', async (after) => {
    const { status, body } = await ask(`?after=${after}`);
    expect([status, body.errors[0].field]).toEqual([422, 'after']);
  });

  it.each(['0', '501', '-1', 'all'])('refuses limit=%s', async (limit) => {
    expect((await ask(`?limit=${limit}`)).body.errors[0].field).toBe('limit');
  });
});
