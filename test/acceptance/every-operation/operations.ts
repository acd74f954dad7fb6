import { A, also, at, get, idAt, type Operation, post } from './calls.js';
import { clause, commitment, contract, correction, filed, measure, report, review } from './bodies.js';
import { returnsAndBreakClauses, shortfalls } from './returns-and-break-clauses.js';

/** What answers said that later calls need. */
const kept: Record<string, string> = {};

/** Every operation, in an order in which each finds what it needs. */
export const operations: readonly Operation[] = [
  post('/api/authorities', { code: 'northfold', name: 'Northfold Council' }, { code: 'North Fold', name: '' }),
  get('/api/authorities', '', '?limit=0'),
  post(`${A}/policies/self-review`, { allowed: true, reason: 'As the committee decided' }, { allowed: 'no' }),
  post(`${A}/providers`, { reference: 'P1', name: 'Open Door', type: 'charity or community' }, { reference: 'P2', name: 'X', type: 'club' }),
  also('POST', `${A}/providers`, { reference: 'P2', name: 'Harbour Care', type: 'social enterprise' }),
  post(`${A}/providers/{id}/variations`, { type: 'social enterprise', reason: 'It was made a CIC' }, { type: 'club', reason: 'x' }, 'P1'),
  post(`${A}/providers/{id}/corrections`, { place: 'Northgate', reason: 'Typed wrong' }, { place: 'Northgate' }, 'P1'),
  get(`${A}/providers`, '', '?limit=1000000'),
  get(`${A}/providers/{id}`, '', '', 'P1'),
  post(`${A}/measures`, measure({}), measure({ kind: 'numbers' })),
  post(`${A}/measures/{id}/variations`, { name: 'Hours of advice', reason: 'Clearer' }, { unitValue: '-1', reason: 'x' }, 'M1'),
  post(`${A}/measures/{id}/corrections`, { theme: 'Community', reason: 'Typed wrong' }, { theme: '' }, 'M1'),
  get(`${A}/measures`, '', '?limit=no'),
  post(`${A}/contracts`, contract({}), contract({ reference: 'C9', endsOn: '2024-02-30' })),
  post(`${A}/contracts/{id}/variations`, { endsOn: '2027-06-30', reason: 'Extended' }, { valuePence: 1.5, reason: 'x' }, 'C1'),
  post(`${A}/contracts/{id}/corrections`, { title: 'Befriending, all ages', reason: 'Typed wrong' }, { title: 'No reason' }, 'C1'),
  post(`${A}/contracts/{id}/members`, { members: [{ provider: 'P1', share: '66.67' }, { provider: 'P2', share: '33.33' }] }, { members: [{ provider: 'P1', share: '99' }] }, 'C1'),
  post(`${A}/contracts/{id}/reporting-schedules`, { frequency: 'annual', change: { because: 'variation', reason: 'Yearly is enough' } }, { frequency: 'weekly' }, 'C1'),
  post(`${A}/contracts/{id}/commitments`, commitment({}), commitment({ measure: 'M99' }), 'C1'),
  also('POST', `${A}/contracts/{id}/commitments`, commitment({ reference: 'K2', targets: [] }), 'C1'),
  post(`${A}/commitments/{id}/targets`, { from: '2026-04-01', to: '2027-03-31', quantity: '50' }, { from: '2025-01-01', to: '2025-12-31', quantity: '-5' }, 'K1'),
  post(`${A}/commitments/{id}/variations`, { place: 'Eastmoor', reason: 'It moved' }, { place: 'Eastmoor' }, 'K1'),
  post(`${A}/commitments/{id}/corrections`, { targets: [{ from: '2025-04-01', to: '2026-03-31', quantity: '45' }], reason: 'Typed wrong' }, { targets: [], reason: '' }, 'K1'),
  post(`${A}/commitments/{id}/opening-balances`, { from: '2023-04-01', to: '2024-03-31', quantity: '12', attestedBy: 'lead@northfold.example' }, { from: '2023-01-01', to: '2023-12-31', quantity: '12' }, 'K1'),
  post(`${A}/commitments/{id}/withdrawals`, { reason: 'Made twice' }, { reason: '' }, 'K2'),
  get(`${A}/commitments/{id}`, '', '', 'K1'),
  post(`${A}/contracts/{id}/break-clauses`, clause({}), clause({ condition: { kind: 'boredom' } }), 'C1'),
  post(`${A}/contracts/{id}/delivery-reports`, report({}), report({ quantity: 'ten' }), 'C1'),
  post(`${A}/delivery-reports/{id}/evidence`, { evidence: [{ kind: 'sign-in sheet' }], attachedOn: '2026-04-05' }, { evidence: [], attachedOn: '2026-04-05' }, 'D1'),
  {
    name: `POST ${A}/delivery-reports/{id}/evidence-files`,
    valid: () => ({ path: idAt(`${A}/delivery-reports/{id}/evidence-files`, 'D1'), form: { kind: 'letter', attachedOn: '2026-04-06' }, file: { part: 'file', name: 'letter.txt', text: 'Thank you' } }),
    invalid: () => ({ path: idAt(`${A}/delivery-reports/{id}/evidence-files`, 'D1'), form: { kind: 'letter', attachedOn: 'yesterday' } }),
  },
  post(`${A}/delivery-reports/{id}/evidence-withdrawals`, { evidence: 'E1', reason: 'Wrong sheet' }, { evidence: 'E1' }, 'D1'),
  get(`${A}/delivery-reports/{id}/shared-evidence`, '', '', 'D1'),
  get(`${A}/review-queue`, '', '?limit=0'),
  post(`${A}/delivery-reports/{id}/reviews`, review({ decision: 'queried', method: null, reason: 'Which sessions?' }), review({ decision: 'perhaps' }), 'D1', 'manager@northfold.example'),
  post(`${A}/delivery-reports/{id}/answers`, { answer: 'Tuesdays', answeredOn: '2026-04-20' }, { answer: '' }, 'D1'),
  also('POST', `${A}/delivery-reports/{id}/reviews`, review({}), 'D1', 'manager@northfold.example'),
  post(`${A}/delivery-reports/{id}/validation-withdrawals`, { reason: 'The sheet was forged' }, {}, 'D1'),
  post(`${A}/delivery-reports/{id}/corrections`, correction({}), correction({ from: '2025-01-01', to: '2025-12-31' }), 'D1'),
  post(`${A}/delivery-reports/{id}/cancellations`, { reason: 'It was right' }, { reason: null }, 'D2'),
  post(`${A}/delivery-reports/{id}/withdrawals`, { reason: 'Not ours' }, { reason: 7 }, 'D1'),
  also('POST', `${A}/contracts/{id}/delivery-reports`, report({ reference: 'D3' }), 'C1'),
  post(`${A}/contracts/{id}/returns`, filed({}), filed({ onlyThisContractAndPeriod: false }), 'C1'),
  ...shortfalls,
  ...returnsAndBreakClauses,
  post(`${A}/closed-years`, { year: '2024/25' }, { year: '2024/26' }),
  get(`${A}/closed-years`, '', '?after=nonsense'),
  post(`${A}/contracts/{id}/completions`, { completedOn: '2026-06-30' }, { completedOn: 'soon' }, 'C1'),
  get(`${A}/contracts`, '', '?limit=0'),
  get(`${A}/contracts/{id}`, '', '', 'C1'),
  get(`${A}/contracts/{id}/timeline`, '', '?upTo=-1', 'C1'),
  get(`${A}/activity`, '', '?limit=0'),
  get(`${A}/projections`, '', '', undefined, '/api/authorities/nowhere/projections'),
  // nothing is parked here, so a good call is refused too; a retry that goes through is in retry-projection's own tests
  { ...post(`${A}/projections/{name}/retries`, {}, { force: true }), name: `POST ${A}/projections/{name}/retries`, valid: () => ({ path: at(`${A}/projections/totals/retries`), refused: true }) },
  get(`${A}/totals`, '?by=year,theme&where=theme=Community', '?by=year,colour'),
  {
    name: `GET ${A}/totals/{id}/entries`,
    valid: () => ({ path: `${idAt(`${A}/totals/{id}/entries`, kept['total']!)}` }),
    invalid: () => ({ path: at(`${A}/totals/{id}/entries`) }),
  },
  {
    name: `GET ${A}/entries/{id}/events`,
    valid: () => ({ path: `${idAt(`${A}/entries/{id}/events`, kept['entry']!)}` }),
    invalid: () => ({ path: at(`${A}/entries/{id}/events`) }),
  },
  get(`${A}/kept`, '?deliveredTo=2026-03-31&by=contract', '?deliveredTo=31/03/2026'),
  get(`${A}/differences`, '?from=1&to=10&by=year', '?from=10&to=1'),
  get(`${A}/template`, '?format=ods&filled=true', '?format=xls'),
  {
    name: `POST ${A}/imports`,
    valid: () => ({ path: at(`${A}/imports`), form: { check: 'true' }, file: { part: 'about', name: 'about.csv', text: 'key,value\ntemplate,social-value-ledger\nversion,1\nauthority,northfold\n' } }),
    invalid: () => ({ path: at(`${A}/imports`), form: { check: 'perhaps' } }),
  },
  {
    name: `GET ${A}/imports/{id}`,
    valid: () => ({ path: idAt(`${A}/imports/{id}`, kept['import']!) }),
    invalid: () => ({ path: at(`${A}/imports/{id}`) }),
  },
  post(`${A}/verifications`, {}, { fast: true }),
  {
    name: `GET ${A}/verifications/{id}`,
    valid: () => ({ path: idAt(`${A}/verifications/{id}`, kept['verification']!) }),
    invalid: () => ({ path: at(`${A}/verifications/{id}`) }),
  },
  post('/api/rebuilds', { projection: 'totals' }, { projection: 'nothing' }),
  {
    name: 'GET /api/rebuilds/{id}',
    valid: () => ({ path: `/api/rebuilds/${kept['rebuild']!}` }),
    invalid: () => ({ path: '/api/rebuilds/nothing-of-that-name' }),
  },
];

/** What later calls need of answers. */
export function keep(name: string, body: unknown): void {
  const answered = body as { id?: string; rows?: { id: string }[]; items?: { id: string }[] };
  if (name === `GET ${A}/totals`) kept['total'] = answered.rows![0]!.id;
  if (name === `GET ${A}/totals/{id}/entries`) kept['entry'] = answered.items![0]!.id;
  if (name === `POST ${A}/imports`) kept['import'] = answered.id!;
  if (name === `POST ${A}/verifications`) kept['verification'] = answered.id!;
  if (name === 'POST /api/rebuilds') kept['rebuild'] = answered.id!;
}
