import type { AtRiskAnswer } from '#areas/break-clauses/index.js';
import { someRisk } from '../../../../test/support/break-clause-answers.js';
import type { Frame } from '../page-frame/page-frame.js';
import { AT_RISK_HEADER, atRiskLine } from './at-risk-file.js';
import { readAtRisk, type TypedAtRisk } from './list-at-risk.asking.js';
import { listAtRiskView } from './list-at-risk.view.js';

const frame: Frame = {
  code: 'fenmarch',
  head: { authority: 'fenmarch', name: 'Fenmarch', position: 9, recordedAt: null },
  authority: { code: 'fenmarch', name: 'Fenmarch' },
  navigation: [],
  notices: [],
};
const moment = { knownAt: undefined, on: '2026-05-19', position: 9, recordedAt: null };
const viewOf = (items: readonly AtRiskAnswer[], typed: TypedAtRisk = {}, limit = 10) => listAtRiskView({ frame, typed, errors: [], found: { moment, items }, limit });
const short = someRisk({
  clause: 'B2',
  lacking: { pence: 123_456, quantities: [{ commitment: 'K2', quantity: '1200.50', unit: 'hour' }], return: false },
  waiting: ['R1', 'R2', 'R3', 'R4', 'R5', 'R6'],
});

describe('the page of what is at risk', () => {
  it('says how each stands, what is lacking, what waits for the authority, and until when it can be averted', () => {
    const rows = viewOf([someRisk({ decidedBy: '2026-05-22' }), short]).atRisk!.rows;
    expect(rows[0]?.cells.map(({ text }) => text)).toEqual(['B1', 'C03: Befriending', 'The return of Open Door was due on 30 April 2026 and has not come.', 'The return', 'Nothing', '22 May 2026']);
    expect(rows[0]?.cells[0]?.href).toBe('/authorities/fenmarch/break-clauses/B1');
    expect(rows[1]?.cells[3]).toEqual({ text: '£1,234.56 more to be validated', more: [{ text: '1,200.5 more on K2 (hour)' }] });
    expect(rows[1]?.cells[4]?.text).toBe('6 delivery reports: R1, R2, R3, R4, R5 and 1 more');
    expect(rows[1]?.cells[5]?.text).toBe('The period ended on 14 May 2026: it rests on the authority’s review');
  });

  it('goes on after the last one shown, and says in a sentence that there is nothing', () => {
    const after = new URL(viewOf([someRisk(), short], {}, 1).nextHref!, 'http://host').searchParams.get('after')!;
    expect(JSON.parse(Buffer.from(after, 'base64url').toString())).toEqual(['B1', '2026-03-31', '2026-01-01', 'P03']);
    expect(viewOf([])).toMatchObject({ atRisk: undefined, nothing: 'Nothing would meet a condition if the period ended today.' });
    expect(viewOf([], { contract: 'C1' }).nothing).toBe('Nothing like that is at risk.');
  });

  it('is a file too', () => {
    const line = atRiskLine(short, moment);
    expect(line).toHaveLength(AT_RISK_HEADER.length);
    expect(line.slice(10, 15)).toEqual(['1234.56', 'K2: 1200.50 hour', 'no', 'R1; R2; R3; R4; R5; R6', '2026-05-14']);
  });

  it('is asked by contract, condition, and what waits for the authority', () => {
    expect(readAtRisk({ review: 'waiting', condition: 'shortfall' }).which).toEqual({ contract: undefined, condition: 'shortfall', awaitingReview: true });
    expect(readAtRisk({ review: 'none' }).which.awaitingReview).toBe(false);
    expect(readAtRisk({ review: 'x', condition: 'y' }).errors.map(({ field }) => field)).toEqual(['review', 'condition']);
  });
});
