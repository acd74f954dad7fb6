import { request as rawRequest } from 'node:http';
import { pino } from 'pino';
import request from 'supertest';
import { ORCHARDS, OrchardApi } from '../../../../test/support/toy-routes.js';
import { surfaceApp } from '../../../../test/support/surface-app.js';

describe('problems over HTTP', () => {
  const lines: string[] = [];
  let served: Awaited<ReturnType<typeof surfaceApp>>;
  beforeAll(async () => {
    const log = pino({ level: 'error' }, { write: (line: string) => void lines.push(line) });
    served = await surfaceApp({ controllers: [OrchardApi], providers: [{ provide: ORCHARDS, useValue: [] }] }, { log });
  });
  afterAll(() => served.close());

  const address = '/api/authorities/fenmarch/orchards';
  const good = { name: 'Long Acre', planted: '2026-02-28', rows: [{ kind: 'apple', trees: 12 }] };
  const plant = () => request(served.url).post(address).set('Idempotency-Key', 'k');
  const faultsOf = async (body: unknown) => {
    const answered = await plant().type('json').send(JSON.stringify(body));
    expect(answered.status).toBe(422);
    return answered.body.errors as { field: string; value: string; rule: string; fix: string }[];
  };

  it('always has the same five members, and is told by a type that can be followed', async () => {
    const { body, headers } = await plant().send({ ...good, note: 'two faults' });
    expect(headers['content-type']).toBe('application/problem+json; charset=utf-8');
    expect(body).toEqual({
      type: '/api/problems#invalid',
      title: 'The request breaks a rule',
      status: 422,
      detail: 'name must be a tree. Choose a tree. And 1 more: see errors.',
      errors: [
        { field: 'name', value: 'Long Acre', rule: 'must be a tree', fix: 'Choose a tree.' },
        { field: 'planted', value: '2026-02-28', rule: 'must be in spring', fix: 'Wait.' },
      ],
    });
    const page = await request(served.url).get('/api/problems').set('Accept', 'text/html');
    expect(page.text).toContain('id="invalid"');
  });

  it('names every field that breaks its schema, in plain words', async () => {
    const rows = [{ kind: 'apple', trees: 12 }, { kind: 'plum', trees: 0 }, { kind: 'pear', trees: '3' }];
    expect(await faultsOf({ planted: '2025-02-29', rows, nmae: 'x', note: 7 })).toEqual([
      { field: 'name', value: '', rule: 'must be given', fix: 'Add it.' },
      { field: 'planted', value: '2025-02-29', rule: 'must be a date that exists, written yyyy-mm-dd', fix: 'Write it as in 2026-03-31.' },
      { field: 'rows[1].kind', value: 'plum', rule: 'must be one of: apple, pear', fix: 'Choose one of them.' },
      { field: 'rows[1].trees', value: '0', rule: 'must be at least 1', fix: 'Check the figure.' },
      { field: 'rows[2].trees', value: '3', rule: 'must be a number', fix: 'Write it in digits, without quotation marks.' },
      { field: 'note', value: '7', rule: 'must be text', fix: 'Write it in quotation marks.' },
      { field: 'nmae', value: 'x', rule: 'must be a name that is known here', fix: 'Remove it; known here: name, planted, rows, note.' },
    ]);
  });

  it('guesses a slip in a name', async () => {
    const [fault] = await faultsOf({ ...good, Note: 'x' });
    expect(fault).toMatchObject({ field: 'Note', fix: 'Did you mean “note”?' });
  });

  it.each([
    ['a list', []],
    ['a text', 'hello'],
    ['null', null],
    ['a number', 1e300],
  ])('takes %s for a body of the wrong type', async (_name, body) => {
    const [fault] = await faultsOf(body);
    expect(fault).toMatchObject({ field: 'body', rule: 'must be an object with named fields' });
  });

  it.each([
    ['huge', 1e300, 'must be at most 9007199254740991'],
    ['beyond what is exact', 2 ** 53 + 2, 'must be at most 9007199254740991'],
    ['a fraction', 1.5, 'must be a whole number'],
  ])('refuses a number that is %s', async (_name, trees, rule) => {
    const [fault] = await faultsOf({ ...good, rows: [{ kind: 'apple', trees }] });
    expect(fault).toMatchObject({ field: 'rows[0].trees', rule });
  });

  it('refuses text that no ledger can hold, and takes everything else as it is', async () => {
    expect(await faultsOf({ ...good, name: 'a\u0000b' })).toEqual([
      { field: 'name', value: 'a␀b', rule: 'must not hold the character NUL', fix: expect.any(String) },
    ]);
    expect((await faultsOf({ ...good, name: 'a\ud800b' }))[0]?.rule).toBe('must not hold half of a surrogate pair');
    const name = 'שלום 🍏 ‮abc';
    expect((await plant().send({ ...good, name })).body.id).toBe(name);
  });

  it.each(['{"name": ', '{"a":1}}', '', '\u0000', "{'a':1}"])('answers malformed JSON (%j) with 400 or says what is missing', async (text) => {
    const { status, body } = await plant().type('json').send(text);
    expect([status, body.status]).toEqual(text === '' ? [422, 422] : [400, 400]);
  });

  it('does not take __proto__ for a field, nor a body nested to exhaust it', async () => {
    const sneaky = await plant().type('json').send('{"__proto__": {"name": "x"}, "name": "x", "planted": "2026-01-01", "rows": [{"kind":"pear","trees":1}]}');
    expect([sneaky.status, sneaky.body.errors[0].field]).toEqual([422, '__proto__']);
    const deep = await plant().type('json').send(`${'['.repeat(50_000)}${']'.repeat(50_000)}`);
    expect([deep.status, deep.body.type]).toEqual([400, '/api/problems#malformed']);
  });

  it('answers a body that is not UTF-8 with 400, an unknown charset or encoding with 415', async () => {
    const latin = await send(Buffer.from('{"name":"caf\xe9"}', 'latin1'), { 'Content-Type': 'application/json' });
    expect(latin).toMatchObject({ status: 400, body: { detail: 'The body is not in UTF-8. Send it in UTF-8.' } });
    expect((await send(Buffer.from('{}'), { 'Content-Type': 'application/json; charset=ebcdic' })).status).toBe(415);
    expect((await send(Buffer.from('{}'), { 'Content-Type': 'application/json', 'Content-Encoding': 'zip' })).status).toBe(415);
  });

  it('answers another media type with 415 and a large body with 413', async () => {
    const text = await plant().type('text/plain').send('name=x');
    expect([text.status, text.body.type]).toEqual([415, '/api/problems#media-type']);
    const form = await plant().type('form').send('name=x');
    expect(form.status).toBe(415);
    const large = await plant().send({ ...good, note: 'x'.repeat(1_100_000) });
    expect([large.status, large.body.detail]).toEqual([413, expect.stringContaining('1000000 bytes')]);
  });

  it('answers an unknown address with 404, a known one by another method with 405 and Allow', async () => {
    const nowhere = await request(served.url).get('/api/nowhere');
    expect([nowhere.status, nowhere.body.type, nowhere.body.errors]).toEqual([404, '/api/problems#not-found', []]);
    const removed = await request(served.url).delete(address);
    expect([removed.status, removed.headers['allow'], removed.body.status]).toEqual([405, 'GET, HEAD, POST', 405]);
    const badEscape = await request(served.url).get('/api/authorities/%FF/orchards');
    expect([badEscape.status, badEscape.body.status]).toEqual([400, 400]);
    const absent = await request(served.url).get(`${address}/none`);
    expect([absent.status, absent.body.errors[0].field]).toEqual([404, 'id']);
  });

  it('says nothing from inside when it fails, but a number that the log has too', async () => {
    lines.length = 0;
    const { status, body, text } = await plant().send({ ...good, note: 'broken' });
    expect([status, body.type, body.errors]).toEqual([500, '/api/problems#failure', []]);
    expect(text).not.toMatch(/secret|Error|\.ts|\.js/);
    const [, id] = /number ([0-9a-f-]{36})/.exec(body.detail as string) ?? [];
    expect(lines.join()).toContain(id);
    expect(lines.join()).toContain('the secret of the orchard');
  });

  it('fails rather than give an answer that its document does not allow', async () => {
    expect((await request(served.url).get(`${address}/wrong`)).status).toBe(500);
  });

  it('speaks problem+json to the API whatever it accepts, and HTML to people elsewhere', async () => {
    const api = await request(served.url).get('/api/nowhere').set('Accept', 'text/html');
    expect(api.type).toBe('application/problem+json');
    const page = await request(served.url).get('/nowhere').set('Accept', 'text/html,*/*');
    expect([page.status, page.type]).toEqual([404, 'text/html']);
    expect(page.text).toContain('<h1 class="govuk-heading-l">Page not found</h1>');
    const machine = await request(served.url).get('/nowhere').set('Accept', 'application/json');
    expect(machine.type).toBe('application/problem+json');
  });

  async function send(bytes: Buffer, headers: Record<string, string>): Promise<{ status: number; body: { detail?: string } }> {
    return new Promise((resolve, reject) => {
      const sent = rawRequest(`${served.url}${address}`, { method: 'POST', headers: { ...headers, 'Idempotency-Key': 'k' } }, (answer) => {
        let text = '';
        answer.on('data', (chunk: Buffer) => (text += chunk.toString()));
        answer.on('end', () => resolve({ status: answer.statusCode ?? 0, body: JSON.parse(text) as { detail?: string } }));
      });
      sent.on('error', reject);
      sent.end(bytes);
    });
  }
});
