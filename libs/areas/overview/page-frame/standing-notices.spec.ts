import type { ProjectionStanding } from '#engine/projections/engine.js';
import { standingNotices } from './standing-notices.js';

const standing = (over: Partial<ProjectionStanding>): ProjectionStanding => ({
  projection: 'totals',
  version: 1,
  authority: 'fenmarch',
  position: 1_204,
  head: 1_204,
  parked: null,
  preparing: null,
  ...over,
});
const parked = { authority: 'fenmarch', position: 1_203, eventType: 'DeliveryReported', error: 'no such commitment', since: '2026-05-20T12:00:00.000Z' };

describe('what must be known of the read models', () => {
  it('is nothing when they are at the end of the ledger', () => {
    expect(standingNotices([standing({}), standing({ projection: 'register' })])).toEqual([]);
  });

  it('is how many entries are not counted yet', () => {
    expect(standingNotices([standing({ position: 1_203 })])).toEqual(['The last entry is recorded, but not yet in the figures. Open this page again in a moment.']);
    expect(standingNotices([standing({ projection: 'register', position: 0 })])[0]).toContain('The last 1,204 entries are recorded, but not yet in the list of contracts.');
  });

  it('is how far a new version is, while it is being prepared', () => {
    const preparing = { done: 340, total: 1_000 };
    expect(standingNotices([standing({ position: 0, preparing })])).toEqual(['The figures are being prepared for a new version of this application: 34% is done. Nothing is lost meanwhile. Open this page again in a moment.']);
    expect(standingNotices([standing({ projection: 'register', position: 0, preparing: { done: 0, total: 0 } })])[0]).toContain('The list of contracts is being prepared for a new version of this application: 0% is done.');
  });

  it('is why they stand still, and that nothing is lost', () => {
    const [notice] = standingNotices([standing({ position: 1_202, parked })]);
    expect(notice).toContain('The figures stand still as known at entry 1,202, because entry 1,203 could not be counted: no such commitment.');
    expect(notice).toContain('Nothing that was recorded since is lost');
  });
});
