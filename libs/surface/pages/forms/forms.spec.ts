import { createHash } from 'node:crypto';
import request from 'supertest';
import { surfaceApp } from '../../../../test/support/surface-app.js';
import { ToyForm } from '../../../../test/support/toy-form.js';
import { TOY_TEMPLATES } from '../../../../test/support/toy-page.js';

describe('a form on a page', () => {
  let served: Awaited<ReturnType<typeof surfaceApp>>;
  beforeAll(async () => {
    served = await surfaceApp({ controllers: [ToyForm] }, { templateFolders: [TOY_TEMPLATES] });
  });
  beforeEach(() => void (ToyForm.sent = []));
  afterAll(() => served.close());

  const send = (path = '/surveys/fenmarch') => request(served.url).post(path).set('Accept', 'text/html');
  const hashed = (text: string | Buffer) => createHash('sha256').update(text).digest('hex').slice(0, 8);

  it('shows its fields, with what was chosen before', async () => {
    const { text } = await request(served.url).get('/surveys/fenmarch');
    expect(text).toContain('<input class="govuk-file-upload" id="file" name="file" type="file" multiple>');
    expect(text.match(/checked/g)).toHaveLength(2);
    expect(text).toMatch(/value="b" checked aria-describedby="kind-2-item-hint"/);
  });

  it('hands on its files as they come, and its fields, and leads elsewhere', async () => {
    const large = Buffer.alloc(15_000, 'x');
    const { status, headers } = await send().attach('file', large, 'Karte für Zoë.csv').field('note', 'Zoë’s').attach('file', Buffer.from(''), 'empty.csv').field('unknown', 'x');
    expect([status, headers['location']]).toEqual([303, '/surveys/fenmarch']);
    expect(ToyForm.sent.sort()).toEqual([`Karte für Zoë.csv 15000 ${hashed(large)}`, `empty.csv 0 ${hashed('')}`, 'fenmarch: Zoë’s']);
  });

  it('takes one without files, as browsers send such', async () => {
    await send().type('form').send({ note: 'a & b' }).expect(303);
    expect(ToyForm.sent).toEqual(['fenmarch: a & b']);
  });

  it('takes a file field in which nothing was chosen as no file', async () => {
    const body = '--x\r\nContent-Disposition: form-data; name="file"; filename=""\r\nContent-Type: application/octet-stream\r\n\r\n\r\n--x--\r\n';
    await send().set('Content-Type', 'multipart/form-data; boundary=x').send(body).expect(303);
    expect(ToyForm.sent).toEqual(['fenmarch: undefined']);
  });

  it('is shown again with what is wrong, for too many bytes or files, however many', async () => {
    const large = await send().attach('file', Buffer.alloc(15_000), 'a').attach('file', Buffer.alloc(15_000), 'b').field('note', 'kept');
    expect([large.status, large.headers['cache-control']]).toEqual([422, 'no-store']);
    expect(large.text).toContain('<a href="#file">It is too much</a>');
    expect(large.text).toMatch(/<textarea[^>]*>kept<\/textarea>/);
    for (const count of [4, 100]) {
      const many = await Array.from({ length: count }, (_, index) => `f${index}`).reduce((sent, name) => sent.attach('file', Buffer.from('x'), name), send());
      expect({ count, status: many.status }).toEqual({ count, status: 422 });
    }
    expect(ToyForm.sent).toEqual([]);
  });

  it('answers what breaks off, what cannot be kept and a wrong address as pages', async () => {
    const broken = await send().set('Content-Type', 'multipart/form-data; boundary=x').send('--x\r\nContent-Disposition: form-data; name="note"');
    expect([broken.status, broken.type]).toEqual([400, 'text/html']);
    expect((await send().attach('file', Buffer.from('x'), 'disk-full')).status).toBe(500);
    expect((await send('/surveys/WEX').field('note', 'x')).status).toBe(404);
    expect((await send().field('note', 'a\0b')).status).toBe(422);
  });

  describe('that another site’s page sends', () => {
    it.each([
      ['by what the browser says of its site', { 'Sec-Fetch-Site': 'cross-site' }],
      ['also from another port of this machine', { 'Sec-Fetch-Site': 'same-site' }],
      ['by its origin, where an old browser says no more', { Origin: 'http://elsewhere.example' }],
      ['by an origin that is hidden', { Origin: 'null' }],
    ])('is refused, %s, and nothing is done', async (_how, headers) => {
      const { status, text } = await send().set(headers).field('note', 'x');
      expect(status).toBe(403);
      expect(text).toContain('This form came from another site');
      expect(ToyForm.sent).toEqual([]);
    });

    it('is not what this site’s own pages send', async () => {
      await send().set({ 'Sec-Fetch-Site': 'same-origin', Origin: 'http://any.example' }).field('note', 'x').expect(303);
      await send().set({ Origin: served.url }).field('note', 'x').expect(303);
    });
  });
});
