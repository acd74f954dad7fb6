import { type Api, apiOf, type ApiReply } from '../support/api-of.js';
import { reconcileServer } from '../support/reconcile.js';
import { aboutOf } from '../support/council.js';
import { type RunningServer, startServer } from '../support/running-server.js';
import { filesOf, smallWorkbook } from '../support/workbook.js';

/*
 * A contract, a promise, a report, a review and a correction made through the API of a server as people start it; each is in
 * the totals by the time that a question with `atLeast` is answered.
 */
const CLERK = 'clerk@seafold.example';
const MANAGER = 'manager@seafold.example';

let server: RunningServer;
let api: Api;
beforeAll(async () => {
  server = await startServer();
  api = apiOf(server, '/api/authorities/seafold/');
}, 120_000);
afterAll(async () => {
  try {
    const [reconciled] = await reconcileServer(server);
    expect(reconciled).toMatchObject({ authority: 'seafold' });
    expect(reconciled!.entries).toBeGreaterThan(10);
  } finally {
    await server.stop();
  }
});

/** The command was recorded; answers its position. */
function recorded({ status, etag, contentType, body }: ApiReply): { readonly id: string; readonly position: number; readonly version: number } {
  expect({ status, body: body as unknown }).toEqual({ status: 201, body: { id: expect.any(String) as string, position: expect.any(Number) as number, version: expect.any(Number) as number } });
  expect(etag).toBe(`"${(body as { version: number }).version}"`);
  expect(contentType).toMatch(/^application\/json/);
  return body as { id: string; position: number; version: number };
}

/** The request was answered with a problem of this status, of the shape that all have; answers its errors. */
function refused(reply: ApiReply, status: number): readonly { readonly field: string; readonly value: string; readonly rule: string; readonly fix: string }[] {
  expect({ status: reply.status, contentType: reply.contentType }).toEqual({ status, contentType: 'application/problem+json; charset=utf-8' });
  const problem = reply.body as { type: string; title: string; status: number; detail: string; errors: { field: string; value: string; rule: string; fix: string }[] };
  expect(Object.keys(problem).sort()).toEqual(['detail', 'errors', 'status', 'title', 'type']);
  expect(problem).toMatchObject({ status, type: expect.stringMatching(/^\/api\/problems#[a-z-]+$/) as string });
  expect(problem.title).not.toBe('');
  expect(problem.detail).not.toBe('');
  for (const error of problem.errors) expect(error).toEqual({ field: expect.any(String) as string, value: expect.any(String) as string, rule: expect.stringMatching(/\S/) as string, fix: expect.stringMatching(/\S/) as string });
  return problem.errors;
}

const head = async (): Promise<number> => {
  const { body } = await apiOf(server).get('authorities');
  return (body as { items: { code: string; position: number }[] }).items.find(({ code }) => code === 'seafold')!.position;
};

/** The figures of the authority, not older than a position. */
async function figuresAt(position: number): Promise<Record<string, number>> {
  const { status, body } = await api.get('totals', { atLeast: String(position) });
  expect(status).toBe(200);
  const { rows, position: known } = body as { rows: { pence: Record<string, number> }[]; position: number };
  expect(known).toBeGreaterThanOrEqual(position);
  return rows[0]?.pence ?? {};
}

const report = (over: object) => ({ reference: 'D1', commitment: 'K1', from: '2024-04-01', to: '2024-06-30', quantity: '100', reportedOn: '2024-07-04', ...over });
const review = (over: object) => ({ decision: 'validated', method: 'document', reviewedOn: '2024-07-20', ...over });

describe('A record made through the API', () => {
  it('begins with an authority, whose opening is its first entry', async () => {
    recorded(await apiOf(server).post('authorities', { code: 'seafold', name: 'Seafold Council' }));
    expect(await head()).toBe(1);
  });

  it('takes a provider, a measure and a contract', async () => {
    const provider = { reference: 'P1', name: 'Harbour Care', type: 'social enterprise', local: true, place: 'Northgate' };
    expect(recorded(await api.post('providers', provider))).toEqual({ id: 'P1', position: 2, version: 1 });
    const measure = { measure: 'M1', name: 'Volunteering', theme: 'Communities', outcome: 'Charities', unit: 'hour', kind: 'number', combine: 'sum', money: 'estimate', unitValue: '16.93' };
    expect(recorded(await api.post('measures', measure))).toEqual({ id: 'M1', position: 3, version: 1 });
    const contract = {
      ...{ reference: 'C1', title: 'Home care', directorate: 'Adults', lead: 'P1', manager: MANAGER },
      ...{ startsOn: '2024-04-01', endsOn: '2027-03-31', valuePence: 500_000_00, frequency: 'quarterly' },
    };
    expect(recorded(await api.post('contracts', contract))).toEqual({ id: 'C1', position: 5, version: 2 });
  });

  it('counts a commitment with its targets as committed', async () => {
    const commitment = { reference: 'K1', measure: 'M1', bidSentence: 'We will give 400 hours a year.', targets: [{ from: '2024-04-01', to: '2025-03-31', quantity: '400' }] };
    const { id, position } = recorded(await api.post('contracts/C1/commitments', commitment));
    expect(id).toBe('K1');
    expect(await figuresAt(position)).toMatchObject({ committed: 400 * 1693, reported: 0, validated: 0 });
  });

  it('counts a delivery report as reported, and as evidenced where no evidence is asked', async () => {
    const { id, position } = recorded(await api.post('contracts/C1/delivery-reports', report({}), { 'Acting-As': CLERK }));
    expect(id).toBe('D1');
    expect(await figuresAt(position)).toMatchObject({ reported: 100 * 1693, evidenced: 100 * 1693, validated: 0, underCorrection: 0 });
  });

  it('lets nobody validate what they entered themselves', async () => {
    const before = await head();
    expect(refused(await api.post('delivery-reports/D1/reviews', review({}), { 'Acting-As': CLERK }), 422)).toEqual([expect.objectContaining({ field: 'reviewedBy' })]);
    expect(await head()).toBe(before);
  });

  it('counts a review as validated, and not as additional while factors are blank', async () => {
    const { position } = recorded(await api.post('delivery-reports/D1/reviews', review({ decision: 'part validated', quantity: '80', reason: 'Twenty hours have no sign-in sheet' }), { 'Acting-As': MANAGER }));
    expect(await figuresAt(position)).toMatchObject({ reported: 100 * 1693, validated: 80 * 1693, additional: 0, notAssessed: 80 * 1693 });
  });

  it('shows a correction as under correction, and validated once it is decided', async () => {
    const correction = { ...report({ reference: 'D1b', quantity: '120', reason: 'A week was left out' }), commitment: undefined };
    const { id, position } = recorded(await api.post('delivery-reports/D1/corrections', correction, { 'Acting-As': CLERK }));
    expect(id).toBe('D1b');
    expect(await figuresAt(position)).toMatchObject({ reported: 120 * 1693, validated: 80 * 1693, underCorrection: 20 * 1693 });
    const factors = { deadweight: '50', displacement: '0', leakage: '0', causedByOthers: '0' };
    const decided = recorded(await api.post('delivery-reports/D1b/reviews', review({ factors, reason: 'Half would have volunteered anyway' }), { 'Acting-As': MANAGER }));
    expect(await figuresAt(decided.position)).toMatchObject({ validated: 120 * 1693, underCorrection: 0, additional: 60 * 1693, notAssessed: 0 });
  });

  it('asks for a reason where a figure is unusual, and takes it with one', async () => {
    const unusual = report({ reference: 'D2', from: '2024-07-01', to: '2024-09-30', quantity: '2000', reportedOn: '2024-10-04' });
    const [error] = refused(await api.post('contracts/C1/delivery-reports', unusual), 422);
    expect(error).toMatchObject({ field: 'quantity', value: '2000', rule: 'is more than ten times the largest reported before, 120 in D1b' });
    const { position } = recorded(await api.post('contracts/C1/delivery-reports', { ...unusual, reason: 'A festival of volunteering' }));
    expect(await figuresAt(position)).toMatchObject({ reported: 2120 * 1693 });
  });

  it('traces a total to the events and the sentence of the bid behind it', async () => {
    const { body: totals } = await api.get('totals');
    const { body: entries } = await api.get(`totals/${(totals as { rows: { id: string }[] }).rows[0]!.id}/entries`);
    const validated = (entries as { items: { id: string; figure: string; event: string; pence: number }[] }).items.filter(({ figure }) => figure === 'validated');
    expect(validated.map(({ event, pence }) => [event, pence])).toEqual([['DeliveryValidated', 80 * 1693], ['DeliveryValidated', 40 * 1693]]);
    const { status, body } = await api.get(`entries/${validated[1]!.id}/events`);
    expect(status).toBe(200);
    expect(JSON.stringify(body)).toContain('We will give 400 hours a year.');
  });
});

describe('A command that is sent twice', () => {
  const body = report({ reference: 'D3', from: '2024-10-01', to: '2024-12-31', quantity: '90', reportedOn: '2025-01-06' });
  const same = { 'Idempotency-Key': 'report-of-the-autumn', 'Acting-As': CLERK };

  it('is recorded once and answers the same, even at the same moment', async () => {
    const before = await head();
    const replies = await Promise.all([1, 2, 3].map(() => api.post('contracts/C1/delivery-reports', body, same)));
    const answers = replies.map(recorded);
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(await head()).toBe(before + 1);
  });

  it('answers the same after the report has been decided, when it would be refused as new', async () => {
    const first = recorded(await api.post('contracts/C1/delivery-reports', body, same));
    recorded(await api.post('delivery-reports/D3/reviews', review({ reviewedOn: '2025-01-20' }), { 'Acting-As': MANAGER }));
    const before = await head();
    expect(recorded(await api.post('contracts/C1/delivery-reports', body, same))).toEqual(first);
    expect(await head()).toBe(before);
    expect(refused(await api.post('contracts/C1/delivery-reports', body, { 'Acting-As': CLERK }), 409).map(({ field }) => field)).toEqual(['reference']);
  });

  it.each([
    ['with another body', 'contracts/C1/delivery-reports', { ...body, quantity: '91' }, CLERK],
    ['as another command', 'delivery-reports/D3/withdrawals', { reason: 'It never was' }, CLERK],
    ['by another person', 'contracts/C1/delivery-reports', body, MANAGER],
  ])('%s is refused: 422', async (_how, path, said, who) => {
    const before = await head();
    const [error] = refused(await api.post(path, said, { ...same, 'Acting-As': who }), 422);
    expect(error).toMatchObject({ field: 'Idempotency-Key', value: 'report-of-the-autumn', rule: 'must not be used again for another request' });
    expect(await head()).toBe(before);
  });

  it('without a key is refused before anything is looked at: 428', async () => {
    const before = await head();
    const [error] = refused(await api.post('contracts/C1/delivery-reports', { nothing: 'right' }, { 'Idempotency-Key': undefined }), 428);
    expect(error).toMatchObject({ field: 'Idempotency-Key', value: '', rule: 'must be given' });
    expect(await head()).toBe(before);
  });
});

describe('A command on a version', () => {
  const target = (from: string, to: string) => ({ from, to, quantity: '400' });

  it('is taken when the version is the latest', async () => {
    const { version } = recorded(await api.post('commitments/K1/targets', target('2025-04-01', '2026-03-31')));
    const next = recorded(await api.post('commitments/K1/targets', target('2026-04-01', '2027-03-31'), { 'If-Match': `"${version}"` }));
    expect(next.version).toBe(version + 1);
  });

  it('is refused when it is stale, though it would be right: 412', async () => {
    const before = await head();
    const stale = { 'If-Match': '"3"' };
    const [error] = refused(await api.post('commitments/K1/corrections', { place: 'Northgate', reason: 'Typed wrong' }, stale), 412);
    expect(error).toMatchObject({ field: 'If-Match', value: '3', rule: expect.stringMatching(/^must be the latest version, which is \d+$/) as string });
    expect(await head()).toBe(before);
  });

  it('is won by one of two who saw the same version', async () => {
    const { version } = recorded(await api.post('commitments/K1/corrections', { place: 'Northgate', reason: 'Typed wrong' }));
    const headers = { 'If-Match': `"${version}"` };
    const replies = await Promise.all(['Eastmoor', 'Westmoor'].map((place) => api.post('commitments/K1/corrections', { place, reason: 'It moved' }, headers)));
    expect(replies.map(({ status }) => status).sort()).toEqual([201, 412]);
  });
});

describe('What does not exist', () => {
  it.each([
    ['an authority', '/api/authorities/nowhere/', 'contracts/C1/delivery-reports', { field: 'authority', value: 'nowhere' }],
    ['a contract', '/api/authorities/seafold/', 'contracts/C99/delivery-reports', { field: 'contract', value: 'C99' }],
  ])('%s is 404 for a command, and is named', async (_what, below, path, named) => {
    const body = report({ reference: 'D99', from: '2025-01-01', to: '2025-03-31', reportedOn: '2025-04-02' });
    expect(refused(await apiOf(server, below).post(path, body), 404)).toEqual([expect.objectContaining(named)]);
  });

  it('a commitment and a report are 404 for a command, and name what was asked', async () => {
    expect(refused(await api.post('commitments/K99/withdrawals', { reason: 'x' }), 404)).toEqual([expect.objectContaining({ value: 'K99' })]);
    expect(refused(await api.post('delivery-reports/D99/reviews', review({}), { 'Acting-As': MANAGER }), 404)).toEqual([expect.objectContaining({ value: 'D99' })]);
  });

  it.each(['contracts/C99/timeline', 'totals/nothing/entries', 'entries/nothing/events', 'imports/nothing', 'nothing-of-the-kind'])('GET %s is 404', async (path) => {
    refused(await api.get(path), 404);
  });

  it('an authority has no totals: 404', async () => {
    refused(await apiOf(server, '/api/authorities/nowhere/').get('totals'), 404);
  });

  it('a position that is not there yet is waited for, and then 503 with Retry-After', async () => {
    const reply = await api.get('totals', { atLeast: String((await head()) + 1_000) });
    refused(reply, 503);
    expect(reply.retryAfter).toBe('5');
  });
});

describe('A body that is not what it should be', () => {
  const provider = '{"reference":"P9","name":"Caf\u00e9","type":"public body"}';
  it.each<[string, string | Uint8Array, Record<string, string>, number]>([
    ['no JSON', '{"reference": "P9",', {}, 400],
    ['a list', '[]', {}, 422],
    ['nothing', '', {}, 422],
    ['older than UTF-8', Buffer.from(provider, 'latin1'), {}, 400],
    ['of another kind', provider, { 'Content-Type': 'text/plain' }, 415],
    ['deeper than any', `${'['.repeat(5_000)}${']'.repeat(5_000)}`, {}, 400],
    ['longer than any', JSON.stringify({ name: 'x'.repeat(3_000_000) }), {}, 413],
  ])('%s is refused', async (_what, body, headers, status) => {
    const before = await head();
    refused(await api.post('providers', body, headers), status);
    expect(await head()).toBe(before);
  });
});

describe('A workbook that is sent to the API', () => {
  const anotherAuthoritys = filesOf({ ...smallWorkbook, about: aboutOf('wexcombe') });

  it('for another authority is rejected, and nothing is written', async () => {
    const before = await head();
    const { status, body } = await api.upload('imports', anotherAuthoritys);
    expect({ status, body: body as object }).toMatchObject({
      status: 201,
      body: {
        ...{ status: 'rejected', position: before, counts: { events: 0 } },
        problems: [{ sheet: 'about', row: 4, column: 'value', value: 'wexcombe', rule: 'must be seafold, the authority that it is imported for', cells: ['B4'] }],
      },
    });
    expect(await head()).toBe(before);
  });

  it('with a bad cell says sheet, row, column, value, rule and fix, and the rest goes in', async () => {
    const targets = [{ commitment: 'K1', from: '2023-04-01', to: '2024-03-31', quantity: 'a few' }];
    const providers = [{ reference: 'P7', name: 'Open Door', type: 'charity or community' }];
    const { status, body } = await api.upload('imports', filesOf({ about: aboutOf('seafold'), providers, targets }));
    expect({ status, body: body as object }).toMatchObject({ status: 201, body: { status: 'accepted in part', held: [{ sheet: 'contracts', reference: 'C1', rows: 1 }] } });
    expect((body as { problems: object[] }).problems).toEqual([
      { sheet: 'targets', row: 2, column: 'quantity', value: 'a few', rule: 'must be a number', fix: 'Type the plain number, for example 1200 or 1200.50.', cells: ['D2'] },
    ]);
  });
});
