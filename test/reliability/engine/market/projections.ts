import { defineProjection } from '#engine/projections/projection.js';
import { toy } from '../../../support/toy-projection.js';
import { subtotalEvery } from '../../../support/toy-subtotal.js';

/** After so many positions the counters are added up by SQL. */
export const BLOCK = 8;

/** The counters of the toy, in a first version. Rebuilt stream by stream. */
export const first = defineProjection({ ...toy, derived: { subtotal: subtotalEvery(BLOCK) }, byStream: { prefix: 'counter:', heeded: ['Counted', 'Cleared'] } });

/** In the second version everything is worth ten times as much, so that nobody can take one for the other. */
export const TENFOLD = 10;

export const second = defineProjection({
  ...first,
  version: 2,
  fold: (state, event, around, rows) => first.fold!(state, event, around, tenfold(rows)),
  concerned: (state, stream, event, around, rows) => first.concerned!(state, stream, event, around, tenfold(rows)),
});

type ToyRows = Parameters<NonNullable<typeof first.fold>>[3];

function tenfold({ journal, totals, present }: ToyRows): ToyRows {
  return {
    journal: { insert: (row) => journal.insert({ ...row, amount: Number(row.amount) * TENFOLD }) },
    totals: { add: (row) => totals.add({ ...row, amount: Number(row.amount) * TENFOLD }) },
    present: {
      put: (row) => present.put({ ...row, worth: Number(row.worth) * TENFOLD }),
      remove: (key) => present.remove(key),
    },
  };
}

/** What amounts are multiplied by in a version. */
export const factorOf = (version: number): number => (version === 1 ? 1 : TENFOLD);
