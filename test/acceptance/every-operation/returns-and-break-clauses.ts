import { clause, commitment } from './bodies.js';
import { A, also, type Call, get, idAt, type Operation, post } from './calls.js';

const MANAGER = 'manager@fenmarch.example';
const DIRECTOR = 'director@fenmarch.example';

/** What is agreed about a shortfall. */
export const shortfalls: readonly Operation[] = [
  post(
    `${A}/commitments/{id}/shortfalls-carried-forward`,
    { from: '2025-04-01', to: '2026-03-31', quantity: '5', into: { from: '2026-04-01', to: '2027-03-31' }, reason: 'The hall was shut' },
    { from: '2025-04-01', to: '2026-03-31', quantity: '5', into: { from: '2024-04-01', to: '2025-03-31' }, reason: 'Backwards' },
    'K1',
  ),
  also('POST', `${A}/contracts/{id}/commitments`, commitment({ reference: 'K3' }), 'C1'),
  post(
    `${A}/commitments/{id}/substitutes`,
    { from: '2025-04-01', to: '2026-03-31', quantity: '5', by: { commitment: 'K3', from: '2026-04-01', to: '2027-03-31', quantity: '6' }, reason: 'Advice at home instead' },
    { from: '2025-04-01', to: '2026-03-31', quantity: '5', by: { commitment: 'K1', from: '2026-04-01', to: '2027-03-31', quantity: '6' }, reason: 'By itself' },
    'K1',
  ),
];

/** A return for the contract C02 of Fenmarch that is not due yet. */
const ofQuarter = (over: object) => ({ from: '2026-10-01', to: '2026-12-31', ...over });
const NEVER = { from: '2026-10-02', to: '2026-12-31' };

/**
 * What is done about returns and breaches. Only what falls due after a contract came on record is asked for, so they are
 * done in Fenmarch, which has been on record since August 2025. The conditions of C02’s two clauses are met as soon as
 * these are agreed, once for each of the five quarters that have passed in silence: the cases 1 to 5 of B20, and of B30.
 */
export const returnsAndBreakClauses: readonly Operation[] = [
  post(`${A}/contracts/{id}/extension-requests`, ofQuarter({ until: '2027-03-01', reason: 'Illness' }), { ...NEVER, until: '2027-03-01', reason: 'No such period' }, 'C02'),
  post(`${A}/contracts/{id}/extension-refusals`, ofQuarter({ reason: 'Twice is enough' }), ofQuarter({ reason: 'Nobody asks any more' }), 'C02'),
  post(`${A}/contracts/{id}/extensions`, ofQuarter({ until: '2027-03-01', reason: 'On second thoughts' }), ofQuarter({ until: '2027-01-01', reason: 'Earlier' }), 'C02'),
  also('POST', `${A}/contracts/{id}/break-clauses`, clause({ reference: 'B20', condition: { kind: 'silence', workingDaysLate: 0 } }), 'C02'),
  also('POST', `${A}/contracts/{id}/break-clauses`, clause({ reference: 'B30', condition: { kind: 'silence', workingDaysLate: 0 }, remediable: false, deemedServiceWorkingDays: 0 }), 'C02'),
  post(`${A}/missed-returns`, { on: '2026-11-18' }, { on: '2099-01-01' }),
  post(
    `${A}/contracts/{id}/missed-returns-set-aside`,
    { from: '2025-07-01', to: '2025-09-30', reason: 'We had not asked for it' },
    { from: '2025-07-01', to: '2025-09-30', reason: 'Set aside already' },
    'C02',
  ),
  onCase('confirmations', 'B20', 1, { reason: 'The inbox was searched' }, { confirmedOn: '2025-01-01' }),
  onCase('notices', 'B20', 1, { form: 'letter', address: '1 Harbour Street' }, { form: 'letter' }),
  onCase('improvement-plans', 'B20', 1, { steps: [{ step: 'Name somebody who reports', by: '2026-12-01' }] }, { steps: [] }),
  onCase('put-rights', 'B20', 1, { how: 'The return came' }, { how: 'Again' }),
  onCase('set-asides', 'B20', 2, { reason: 'The address that we had was wrong' }, { reason: '' }),
  alsoOnCase('confirmations', 'B20', 3, {}),
  onCase('waivers', 'B20', 3, { words: 'We give up what follows from this one.' }, { words: 'Again' }),
  alsoOnCase('confirmations', 'B20', 4, {}),
  onCase('remedies', 'B20', 4, { remedy: 'credit', pence: 50_000, words: 'Off the next invoice' }, { remedy: 'credit', words: 'How much?' }),
  alsoOnCase('confirmations', 'B30', 1, {}),
  alsoOnCase('notices', 'B30', 1, { form: 'letter', address: '1 Harbour Street' }),
  onCase('invocations', 'B30', 1, { decisionReference: 'Cabinet 12/26', reason: 'Enough' }, { decisionReference: 'Cabinet 12/26', reason: 'Again' }, DIRECTOR),
  post(`${A}/contracts/{id}/suspensions`, { from: '2026-11-02', reason: 'The building is shut' }, { from: '2099-01-01', reason: 'Later' }, 'C02'),
  post(`${A}/contracts/{id}/resumptions`, { on: '2026-11-09' }, { on: '2026-11-09' }, 'C02'),
  post(
    `${A}/contracts/{id}/terminations`,
    { terminatedOn: '2026-11-18', ground: 'break clause', because: { clause: 'B30', case: 1 }, reason: 'As decided' },
    { terminatedOn: '2026-11-18', ground: 'agreement', reason: 'Ended already' },
    'C02',
  ),
  post(
    `${A}/bank-holidays`,
    { jurisdiction: 'scotland', from: '2029-01-01', through: '2029-01-31', holidays: [{ date: '2029-01-01', name: 'New Year’s Day' }, { date: '2029-01-02', name: '2nd January' }] },
    { jurisdiction: 'scotland', from: '2035-01-01', through: '2035-01-31', holidays: [] },
  ),
  get(`${A}/bank-holidays`, '?jurisdiction=scotland', '?jurisdiction=wales'),
  get(`${A}/obligations`, '?from=P02&state=overdue&state=missed', '?kind=debt'),
  get(`${A}/returns`, '?contract=C02&dueBy=2026-11-18', '?state=gone'),
  get(`${A}/break-clauses`, '?contract=C02&state=invoked', '?state=over'),
  get(`${A}/break-clauses/{id}`, '', '', 'B20'),
  get(`${A}/at-risk`, '?awaitingReview=false', '?awaitingReview=perhaps'),
].map(inFenmarch);

/** The same operation in the authority fenmarch. */
function inFenmarch({ name, valid, invalid }: Operation): Operation {
  const moved = (call: Call): Call => ({ ...call, path: call.path.replace('/northfold/', '/fenmarch/') });
  return { name, valid: async () => moved(await valid()), invalid: () => moved(invalid()) };
}


/** A step of a case, by a manager, unless somebody else is named. */
function onCase(step: string, breakClause: string, number: number, valid: object, invalid: object, as = MANAGER): Operation {
  const name = `${A}/break-clauses/{id}/cases/{case}/${step}`;
  const path = `${idAt(name.replace('{case}', String(number)), breakClause)}#as=${as}`;
  return { name: `POST ${name}`, valid: () => ({ path, body: valid }), invalid: () => ({ path, body: invalid }) };
}

/** A further good call, which later ones need. */
function alsoOnCase(step: string, breakClause: string, number: number, body: object): Operation {
  return { ...onCase(step, breakClause, number, body, {}), invalid: () => ({ path: '' }) };
}
