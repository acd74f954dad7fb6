import type { KeptAnswer, TotalsAnswer } from '#areas/totals/index.js';

/** Answers about totals with everything filled in, of which a test states only what it is about. */

type Row = TotalsAnswer['rows'][number];

export const noPence: Row['pence'] = {
  committed: 0,
  due: 0,
  reported: 0,
  evidenced: 0,
  validated: 0,
  additional: 0,
  notAssessed: 0,
  underCorrection: 0,
  broughtForward: 0,
};

/** The pence of what nobody has valued. */
export const notValued = Object.fromEntries(Object.keys(noPence).map((figure) => [figure, null])) as Row['pence'];

export function aRow(key: Row['key'], pence: Partial<Row['pence']> = {}, over: Partial<Row> = {}): Row {
  return { id: `id-of-${Object.values(key).join('-')}`, key, pence: { ...noPence, ...pence }, quantities: [], ...over };
}

export function someTotals(over: Partial<TotalsAnswer> = {}): TotalsAnswer {
  return {
    authority: 'fenmarch',
    position: 1_204,
    knownAt: null,
    recordedAt: '2026-05-20T13:05:00.000Z',
    deliveredTo: null,
    dueOn: '2026-05-20',
    yearBasis: 'delivered',
    by: ['year'],
    overlapping: false,
    rows: [],
    coverage: {
      contracts: 12,
      withCommitments: 11,
      returned: 1,
      decided: 9,
      value: { contracts: 4_000_000_000, withCommitments: 3_000_000_000, returned: 0, decided: 1_000_000_000 },
      validatedPerPound: '0.0625',
    },
    ...over,
  };
}

export function someKept(over: Partial<KeptAnswer['rows'][number]> = {}): KeptAnswer {
  const row = { key: {}, due: 400_000_00, kept: 300_000_00, overDelivery: 0, percent: '75.0', unvaluedDue: 0, unvaluedKept: 0, ...over };
  return { authority: 'fenmarch', position: 1_204, deliveredTo: '2026-05-20', rows: [row] };
}
