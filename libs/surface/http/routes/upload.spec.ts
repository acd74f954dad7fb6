import request from 'supertest';
import { ORCHARDS, OrchardApi } from '../../../../test/support/toy-routes.js';
import { surfaceApp } from '../../../../test/support/surface-app.js';

describe('an upload over HTTP', () => {
  let served: Awaited<ReturnType<typeof surfaceApp>>;
  beforeAll(async () => {
    served = await surfaceApp({ controllers: [OrchardApi], providers: [{ provide: ORCHARDS, useValue: [] }] });
  });
  afterAll(() => served.close());

  const send = () => request(served.url).post('/api/authorities/fenmarch/surveys').set('Idempotency-Key', 'k');

  it('takes files by the names of their parts, and fields as what they are', async () => {
    const { status, body } = await send()
      .field('note', 'Zoë’s')
      .attach('map', Buffer.from('a map'), 'Karte für Zoë.csv')
      .attach('rows', Buffer.from('1'), 'r1.csv')
      .attach('rows', Buffer.from(''), 'r2.csv');
    expect([status, body]).toEqual([
      201,
      { status: 'accepted', files: ['map Karte für Zoë.csv 5', 'rows r1.csv 1', 'rows r2.csv 0'], note: 'Zoë’s' },
    ]);
  });

  it('answers with another of its statuses where its handler says so', async () => {
    const { status, body } = await send().field('later', 'true');
    expect([status, body.status]).toEqual([202, 'waiting']);
  });

  it('states a version that its usual answer has as ETag', async () => {
    const address = '/api/authorities/fenmarch/sketches';
    const { headers } = await request(served.url).post(address).set('Idempotency-Key', 'k').attach('sketch', Buffer.from('x'), 's.png').expect(201);
    expect(headers['etag']).toBe('"5"');
    expect((await send().field('note', 'x')).headers).not.toHaveProperty('etag');
  });

  it('refuses parts and fields that it does not know', async () => {
    const part = await send().attach('plan', Buffer.from('x'), 'plan.csv');
    expect([part.status, part.body.errors]).toEqual([
      422,
      [{ field: 'plan', value: 'plan.csv', rule: 'must be a file that is taken here', fix: 'Name the part one of: map, rows.' }],
    ]);
    const twice = await send().attach('map', Buffer.from('x'), 'a').attach('map', Buffer.from('x'), 'b');
    expect(twice.body.errors).toEqual([expect.objectContaining({ field: 'map', value: 'b', rule: 'must be given once' })]);
    const field = await send().field('later', 'perhaps').field('latre', 'true');
    expect((field.body.errors as { field: string }[]).map((fault) => fault.field)).toEqual(['later', 'latre']);
  });

  it('takes parts of any name where a route says that the file’s own name counts', async () => {
    const address = '/api/authorities/fenmarch/sketches';
    await request(served.url).post(address).set('Idempotency-Key', 'k').attach('files[]', Buffer.from('x'), 's.png').expect(201);
  });

  it('bounds what all files have together, and how many there are', async () => {
    const large = await send().attach('rows', Buffer.alloc(15_000), 'a').attach('rows', Buffer.alloc(15_000), 'b');
    expect([large.status, large.body.type]).toEqual([413, '/api/problems#too-large']);
    const many = ['a', 'b', 'c', 'd', 'e'].reduce((sent, name) => sent.attach('rows', Buffer.from('x'), name), send());
    expect((await many).status).toBe(413);
  });

  it('answers what is not a form with 415, a form that breaks off with 400, and none of it without a key', async () => {
    expect((await send().send({ note: 'x' })).status).toBe(415);
    const broken = await send().set('Content-Type', 'multipart/form-data; boundary=x').send('--x\r\nContent-Disposition: form-data; name="map"');
    expect(broken.status).toBe(400);
    const unbounded = await send().set('Content-Type', 'multipart/form-data').send('x');
    expect([400, 415]).toContain(unbounded.status);
    expect((await request(served.url).post('/api/authorities/fenmarch/surveys').field('note', 'x')).status).toBe(428);
  });
});
