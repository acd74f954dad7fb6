import { AuthoritiesModule, AuthoritiesRoutes } from '#areas/authorities/index.js';
import { BreakClausesModule, BreakClausesRoutes } from '#areas/break-clauses/index.js';
import { CommitmentsModule, CommitmentsRoutes } from '#areas/commitments/index.js';
import { ContractsModule, ContractsRoutes } from '#areas/contracts/index.js';
import { MeasuresModule, MeasuresRoutes } from '#areas/measures/index.js';
import { ProvidersModule, ProvidersRoutes } from '#areas/providers/index.js';
import { ReturnsModule, ReturnsRoutes } from '#areas/returns/index.js';
import { TotalsModule, TotalsRoutes } from '#areas/totals/index.js';
import { type AreaApp, areaApp } from '../../../test/support/area-app.js';
import { worldInMemory, worldOnPostgres, type World } from '../../../test/support/world.js';
import { DeliveryModule, DeliveryRoutes } from './index.js';

const modules = [
  ...[AuthoritiesModule, BreakClausesModule, CommitmentsModule, ContractsModule, DeliveryModule, MeasuresModule, ProvidersModule, ReturnsModule, TotalsModule],
  ...[AuthoritiesRoutes, BreakClausesRoutes, CommitmentsRoutes, ContractsRoutes, DeliveryRoutes, MeasuresRoutes, ProvidersRoutes, ReturnsRoutes, TotalsRoutes],
];
const contract = {
  ...{ title: 'Home care', directorate: 'Adult social care', lead: 'P1', manager: 'ann@wexcombe.example' },
  ...{ startsOn: '2024-04-01', endsOn: '2027-03-31', valuePence: 100_000_000, frequency: 'quarterly' },
};
const measure = { measure: 'M1', name: 'Hours', theme: 'Communities', outcome: 'Stronger charities', unit: 'hour', kind: 'number', combine: 'sum', money: 'estimate', unitValue: '10' };
const year = { from: '2024-04-01', to: '2025-03-31', quantity: '100' };
const promise = { measure: 'M1', bidSentence: 'We will give our time.', targets: [year], evidenceRequired: ['sign-in sheet'] };
const report = { reference: 'D1', commitment: 'K1', from: '2024-04-01', to: '2024-06-30', quantity: '10', reportedOn: '2024-07-05' };
const ann = { 'Acting-As': 'ann@wexcombe.example' };
const review = { decision: 'validated', method: 'document', reviewedOn: '2024-07-20' };

describe.each<[string, () => World | Promise<World>]>([
  ['in memory', () => worldInMemory()],
  ['on PostgreSQL', () => worldOnPostgres()],
])('Delivery reports through the API %s', (_name, begin) => {
  let world: World;
  let app: AreaApp;
  /** An authority of each test's own, with the contracts C1 (commitment K1) and C2 (K2). */
  let code: string;
  let at: string;
  let count = 0;

  beforeAll(async () => {
    world = await begin();
    app = await areaApp(world, modules);
  });
  afterAll(async () => {
    await app.close();
    await world.end();
  });
  beforeEach(async () => {
    code = `authority-${count++}`;
    at = `/api/authorities/${code}`;
    await app.post('/api/authorities', { code, name: 'Wexcombe' });
    await app.post(`${at}/providers`, { reference: 'P1', name: 'P1', type: 'small business' });
    await app.post(`${at}/measures`, measure);
    for (const [reference, made] of [['C1', 'K1'], ['C2', 'K2']]) {
      await app.post(`${at}/contracts`, { ...contract, reference });
      expect((await app.post(`${at}/contracts/${reference}/commitments`, { ...promise, reference: made })).status).toBe(201);
    }
  });
  const reported = (over: object = {}, headers = {}) => app.post(`${at}/contracts/C1/delivery-reports`, { ...report, ...over }, headers);
  const onReport = (what: string, body: object, id = 'D1', headers: Record<string, string> = ann) => app.post(`${at}/delivery-reports/${id}/${what}`, body, headers);
  const figures = async (position: number) => {
    await world.parts.engine.catchUp(code);
    const { body } = await app.get(`${at}/totals?by=year&atLeast=${position}`);
    return body.rows[0].pence;
  };
  const files = (...contents: string[]) => {
    const form = new FormData();
    form.set('kind', 'sign-in sheet');
    form.set('attachedOn', '2024-07-10');
    for (const content of contents) form.append('file', new Blob([content]), 'sheet.pdf');
    return form;
  };

  it('go from report to review to correction, each step seen in the totals', async () => {
    const made = await reported();
    expect(made).toMatchObject({ status: 201, body: { id: 'D1' }, etag: `"${made.body.version}"` });
    expect(await figures(made.body.position)).toMatchObject({ reported: 10_000, evidenced: 0, validated: 0 });
    const evidenced = await onReport('evidence', { evidence: [{ kind: 'sign-in sheet' }], evidencedQuantity: '9', attachedOn: '2024-07-10' });
    expect(await figures(evidenced.body.position)).toMatchObject({ reported: 10_000, evidenced: 9_000 });
    const validated = await onReport('reviews', { ...review, decision: 'part validated', quantity: '9', reason: 'Nine are signed for' });
    expect(validated).toMatchObject({ status: 201, body: { id: 'D1' } });
    expect(await figures(validated.body.position)).toMatchObject({ validated: 9_000 });
    const { commitment: _, reference: __, ...again } = report;
    const corrected = await onReport('corrections', { ...again, reference: 'D2', quantity: '8', reason: 'One was ill' });
    expect(corrected).toMatchObject({ status: 201, body: { id: 'D2', version: validated.body.version + 1 } });
    expect(await figures(corrected.body.position)).toMatchObject({ reported: 8_000, validated: 9_000, underCorrection: -2_000 });
    const decided = await onReport('reviews', review, 'D2', { 'Acting-As': 'bob' });
    expect(await figures(decided.body.position)).toMatchObject({ validated: 8_000, underCorrection: 0 });
  });

  it('take questions and answers, and things back', async () => {
    await reported();
    expect((await onReport('reviews', { decision: 'queried', reviewedOn: '2024-07-20', reason: 'Which sessions?' })).status).toBe(201);
    expect((await onReport('answers', { answer: 'The Tuesday ones', answeredOn: '2024-07-22' })).status).toBe(201);
    expect((await onReport('answers', { answer: 'The Tuesday ones', answeredOn: '2024-07-22' })).status).toBe(422);
    expect((await onReport('reviews', review)).status).toBe(201);
    expect((await onReport('validation-withdrawals', { reason: 'Another site’s payroll' })).status).toBe(201);
    const { commitment: _, reference: __, ...again } = report;
    expect((await onReport('corrections', { ...again, reference: 'D2', reason: 'A slip' })).status).toBe(201);
    expect((await onReport('cancellations', { reason: 'It was right' }, 'D2')).status).toBe(201);
    const withdrawn = await onReport('withdrawals', { reason: 'Not ours' });
    expect(withdrawn.status).toBe(201);
    expect(await figures(withdrawn.body.position)).toMatchObject({ reported: 0, validated: 0 });
  });

  it('take files as evidence, keep them by hash, and flag one that is behind another report too', async () => {
    await reported();
    await reported({ reference: 'D2', from: '2024-07-01', to: '2024-09-30' });
    const first = await app.upload(`${at}/delivery-reports/D1/evidence-files`, files('Names of July', 'Names of June'));
    expect(first).toMatchObject({ status: 201, body: { id: 'D1', shared: [] }, etag: `"${first.body.version}"` });
    const key = { 'Idempotency-Key': 'files' };
    const second = await app.upload(`${at}/delivery-reports/D2/evidence-files`, files('Names of July'), key);
    const [sameFile] = second.body.shared;
    expect(sameFile).toMatchObject({ alsoBehind: ['D1'] });
    expect(await app.upload(`${at}/delivery-reports/D2/evidence-files`, files('Names of July'), key)).toEqual(second);
    expect((await app.upload(`${at}/delivery-reports/D2/evidence-files`, files('Other names'), key)).status).toBe(422);
    const content = await world.parts.evidence.open(sameFile.sha256);
    expect(Buffer.concat(await content!.toArray()).toString()).toBe('Names of July');
    const seen = await app.get(`${at}/delivery-reports/D1/shared-evidence`);
    expect(seen.body).toMatchObject({ report: 'D1', shared: [{ sha256: sameFile.sha256, alsoBehind: ['D2'] }] });
    expect((await onReport('evidence-withdrawals', { evidence: sameFile.evidence, reason: 'Sent twice' }, 'D2')).status).toBe(201);
    expect((await app.get(`${at}/delivery-reports/D1/shared-evidence`)).body.shared).toEqual([]);
    expect((await app.upload(`${at}/delivery-reports/D2/evidence-files`, files())).body.errors).toMatchObject([{ field: 'file' }]);
  });

  it('without a reference are given one, the same however often they are sent', async () => {
    const key = { 'Idempotency-Key': 'unnamed' };
    const first = await reported({ reference: null }, key);
    expect(first.body.id).toMatch(/^DR-[0-9A-HJKMNP-TV-Z]{10}$/);
    expect(await reported({ reference: null }, key)).toEqual(first);
    expect((await reported({ reference: null, quantity: '11' }, key)).status).toBe(422);
  });

  it('take a reference once in the authority, and only commitments of their contract', async () => {
    await reported();
    expect((await reported()).status).toBe(409);
    const elsewhere = await app.post(`${at}/contracts/C2/delivery-reports`, { ...report, commitment: 'K2' });
    expect(elsewhere).toMatchObject({ status: 409, body: { errors: [{ field: 'reference', value: 'D1' }] } });
    expect((await reported({ reference: 'D2', commitment: 'K2' })).status).toBe(404);
    expect(await app.post(`${at}/contracts/C9/delivery-reports`, report)).toMatchObject({ status: 404, body: { errors: [{ field: 'contract', value: 'C9' }] } });
    expect((await onReport('reviews', review, 'D9')).status).toBe(404);
    expect((await app.get(`${at}/delivery-reports/D9/shared-evidence`)).status).toBe(404);
  });

  it('are 412 where somebody has been there since', async () => {
    const { body } = await reported();
    const seen = { ...ann, 'If-Match': `"${body.version}"` };
    expect((await onReport('reviews', review, 'D1', seen)).status).toBe(201);
    expect((await onReport('withdrawals', { reason: 'Not ours' }, 'D1', seen)).status).toBe(412);
  });

  it('are not reviewed by who entered them', async () => {
    await reported({}, ann);
    expect(await onReport('reviews', review)).toMatchObject({ status: 422, body: { errors: [{ field: 'reviewedBy' }] } });
    expect((await onReport('reviews', review, 'D1', { 'Acting-As': 'bob' })).status).toBe(201);
  });

  it('are refused with the split, the overlap or the question that would help', async () => {
    await reported();
    const crossing = await reported({ reference: 'D2', from: '2024-07-01', to: '2025-06-30' });
    expect(crossing).toMatchObject({ status: 422, body: { errors: [{ field: 'to', fix: expect.stringContaining('2024-07-01 to 2025-03-31, 2025-04-01 to 2025-06-30') }] } });
    const over = await reported({ reference: 'D2', from: '2024-06-30', to: '2024-07-31' });
    expect(over).toMatchObject({ status: 422, body: { errors: [{ field: 'from', rule: expect.stringContaining('D1') }] } });
    const unusual = { reference: 'D2', from: '2024-07-01', to: '2024-09-30', quantity: '101' };
    expect(await reported(unusual)).toMatchObject({ status: 422, body: { errors: [{ field: 'quantity', rule: expect.stringContaining('ten times') }] } });
    expect((await reported({ ...unusual, reason: 'The whole school came' })).status).toBe(201);
  });

  it('are followed by a return, with both of its statements', async () => {
    const stated = { from: '2024-04-01', to: '2024-06-30', submittedOn: '2024-07-05', onlyThisContractAndPeriod: true, belongsToCommitments: true };
    const submit = (over: object) => app.post(`${at}/contracts/C1/returns`, { ...stated, ...over });
    expect(await submit({ belongsToCommitments: false })).toMatchObject({ status: 422, body: { errors: [{ field: 'belongsToCommitments' }] } });
    await reported({ provider: 'P1' });
    expect(await submit({ nil: true })).toMatchObject({ status: 422, body: { errors: [{ field: 'nil' }] } });
    expect(await submit({})).toMatchObject({ status: 201, body: { id: 'C1' } });
    expect((await app.post(`${at}/contracts/C9/returns`, stated)).status).toBe(404);
  });

  it('stand beside break clauses, recorded as the contract states them', async () => {
    const clause = { reference: 'B1', condition: { kind: 'silence', workingDaysLate: 10 }, timeToPutRightWorkingDays: 10, remediable: false, summary: 'No return' };
    expect(await app.post(`${at}/contracts/C1/break-clauses`, clause)).toMatchObject({ status: 201, body: { id: 'B1' } });
    expect((await app.post(`${at}/contracts/C2/break-clauses`, clause)).status).toBe(409);
    expect((await app.post(`${at}/contracts/C1/break-clauses`, clause)).status).toBe(422);
    expect((await app.post(`${at}/contracts/C9/break-clauses`, { ...clause, reference: 'B2' })).status).toBe(404);
  });

  it('keep names out of the record', async () => {
    await reported({}, ann);
    const events = await world.parts.ledger.read(code, 0, 100);
    expect(JSON.stringify(events)).not.toContain('ann@wexcombe.example');
    const { actor, payload } = events.find(({ type }) => type === 'DeliveryReported')!;
    expect(payload).toMatchObject({ reportedBy: actor });
  });
});
