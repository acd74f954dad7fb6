import { connect } from 'node:net';
import request from 'supertest';
import { ORCHARDS, OrchardApi, type Remembered } from '../../../../test/support/toy-routes.js';
import { surfaceApp } from '../../../../test/support/surface-app.js';

/** What a server answers to these very bytes. */
async function sent(url: string, text: string): Promise<string> {
  const socket = connect(Number(new URL(url).port), '127.0.0.1');
  socket.write(text, 'utf8');
  let answer = '';
  for await (const chunk of socket) answer += String(chunk);
  return answer;
}

describe('a command over HTTP', () => {
  const remembered: Remembered = [];
  let served: Awaited<ReturnType<typeof surfaceApp>>;
  beforeAll(async () => {
    served = await surfaceApp({ controllers: [OrchardApi], providers: [{ provide: ORCHARDS, useValue: remembered }] });
  });
  beforeEach(() => remembered.splice(0));
  afterAll(() => served.close());

  const body = { name: 'Long Acre', planted: '2026-02-28', rows: [{ kind: 'apple', trees: 12 }] };
  const plant = () => request(served.url).post('/api/authorities/fenmarch/orchards').set('Idempotency-Key', 'k-1');

  it('answers 201 with id, position, version and the version as ETag', async () => {
    const answered = await plant().send(body);
    expect([answered.status, answered.body]).toEqual([201, { id: 'Long Acre', position: 7, version: 3 }]);
    expect(answered.headers['etag']).toBe('"3"');
    expect(answered.headers['cache-control']).toBe('no-store');
    expect(remembered).toEqual([
      { address: 'POST /api/authorities/:code/orchards', params: { code: 'fenmarch' }, body, commandId: 'k-1', actingAs: 'local operator' },
    ]);
  });

  it.each([['7', 7], ['"7"', 7], ['"0"', 0]])('reads If-Match %s as version %d', async (text, version) => {
    await plant().set('If-Match', text).send(body).expect(201);
    expect(remembered[0]?.ifMatch).toBe(version);
  });

  it.each(['*', 'W/"7"', '"7", "8"', '07', '-1', '7.5', '""'])('refuses If-Match %s and says what to send', async (text) => {
    const { status, body: problem } = await plant().set('If-Match', text).send(body);
    expect(status).toBe(422);
    expect(problem.errors).toEqual([
      { field: 'If-Match', value: text, rule: 'must be one version, such as "7"', fix: expect.stringContaining('leave If-Match out') },
    ]);
    expect(remembered).toEqual([]);
  });

  it('acts for the person named in Acting-As, whose name may be in UTF-8', async () => {
    const text = JSON.stringify(body);
    const head = ['POST /api/authorities/fenmarch/orchards HTTP/1.1', 'Host: localhost', 'Idempotency-Key: k-1', 'Acting-As: Zoë Ógúnbọ́wálé'];
    const rest = ['Content-Type: application/json', `Content-Length: ${text.length}`, 'Connection: close', '', text];
    expect(await sent(served.url, [...head, ...rest].join('\r\n'))).toMatch(/^HTTP\/1.1 201 /);
    expect(remembered[0]?.actingAs).toBe('Zoë Ógúnbọ́wálé');
  });

  it('needs an Idempotency-Key: 428, before anything else is looked at', async () => {
    const { status, body: problem } = await request(served.url).post('/api/authorities/fenmarch/orchards').send({});
    expect(status).toBe(428);
    expect(problem.errors).toEqual([expect.objectContaining({ field: 'Idempotency-Key', value: '', rule: 'must be given' })]);
  });

  it('refuses a key that could not be kept', async () => {
    const { status, body: problem } = await plant().set('Idempotency-Key', 'x'.repeat(201)).send(body);
    expect([status, problem.errors[0].field]).toEqual([422, 'Idempotency-Key']);
  });

  it.each([
    ['taken', 409, 'name'],
    ['stale', 412, 'If-Match'],
    ['used key', 422, 'Idempotency-Key'],
  ])('answers a refusal that is “%s” with %d', async (note, status, field) => {
    const answered = await plant().send({ ...body, note });
    expect([answered.status, answered.body.status, answered.body.errors[0].field]).toEqual([status, status, field]);
    expect(answered.headers['content-type']).toBe('application/problem+json; charset=utf-8');
  });
});
