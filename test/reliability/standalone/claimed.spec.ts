import { Claimed, type TotalsAnswered } from './claimed.js';
import { UNIT_PENCE } from './commands-at-random.js';
import type { Sent } from './sent-log.js';

const report = (key: string, quantity: string, authority = 'northmoor'): Sent => ({
  ...{ key, kind: 'command', authority, path: `/api/authorities/${authority}/contracts/C1/delivery-reports` },
  ...{ as: 'clerk', body: { quantity }, leaves: [] },
});
const acknowledged = (position: number) => ({ status: 201, body: { position } });
const totals = (position: number, hours: number): TotalsAnswered => ({
  position,
  rows: [
    { key: { contract: 'C1' }, pence: { reported: hours * UNIT_PENCE } },
    { key: { contract: 'L-I1' }, pence: { reported: 5 } },
    { key: { contract: 'C2' }, pence: { reported: null } },
  ],
});

describe('What was claimed, beside the totals that a server answers', () => {
  const claimed = new Claimed('northmoor', [
    { ...report('one', '10'), answers: [acknowledged(7), acknowledged(7)] },
    { ...report('two', '20'), answers: [{ status: 503, body: {} }] },
    { ...report('elsewhere', '1000', 'other'), answers: [acknowledged(99)] },
  ]);
  const asked = { position: claimed.position, acknowledged: claimed.acknowledged };

  it('is what was sent to this authority, once however often it was answered', () => {
    expect([claimed.sent, claimed.acknowledged, claimed.position]).toEqual([30 * UNIT_PENCE, 10 * UNIT_PENCE, 7]);
  });

  it.each([10, 30])('lets through %s hours: acknowledged, or at least sent', (hours) => {
    expect(claimed.wrongIn(totals(7, hours), asked)).toEqual([]);
  });

  it('finds totals of an earlier moment, with too little, or with too much', () => {
    expect(claimed.wrongIn(totals(6, 10), asked)).toEqual(['totals were asked for as of 7, and answered as of 6']);
    expect(claimed.wrongIn(totals(7, 9), asked)).toEqual([expect.stringContaining('acknowledged')]);
    expect(claimed.wrongIn(totals(8, 31), asked)).toEqual([expect.stringContaining('sent')]);
  });
});
