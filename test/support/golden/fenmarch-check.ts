import { type ExpectedTotal, expectedKept, expectedQuantities, expectedTotals } from './fenmarch.js';

/** Answers about Fenmarch, from wherever they come: HTTP, command line, memory. */
export interface FenmarchAnswers {
  totals(question: { readonly by: readonly string[]; readonly yearBasis: 'delivered' | 'posted'; readonly knownAt: number }): Promise<{
    readonly rows: readonly {
      readonly key: Readonly<Record<string, string | undefined>>;
      readonly pence: Readonly<Record<string, number | null>>;
      readonly quantities: readonly Readonly<Record<string, string>>[];
    }[];
  }>;
  kept(question: { readonly by: readonly string[]; readonly deliveredTo: string; readonly knownAt: number }): Promise<{
    readonly rows: readonly ({ readonly key: Readonly<Record<string, string | undefined>> } & Readonly<Record<string, unknown>>)[];
  }>;
}

/** How many expected figures' rows there are; a reader that finds fewer is wrong itself. */
export const FENMARCH_ROWS = 1156 + 78 + 32;

const BASES = ['delivered', 'posted'] as const;

/** Every row of totals.csv, quantities.csv and kept.csv, as known after each import, against the answers. */
export async function checkFenmarch(answers: FenmarchAnswers, positions: readonly number[]): Promise<{ readonly rows: number }> {
  let rows = 0;
  const expected = expectedTotals();
  for (const [index, knownAt] of positions.entries()) {
    const afterImport = index + 1;
    const after = expected.filter((row) => row.afterImport === afterImport);
    for (const yearBasis of BASES) {
      for (const dimension of new Set(after.map((row) => row.dimension))) {
        const wanted = after.filter((row) => row.yearBasis === yearBasis && row.dimension === dimension);
        rows += wanted.length;
        await checkDimension(answers, dimension, yearBasis, knownAt, wanted);
      }
    }
    rows += await checkQuantities(answers, afterImport, knownAt);
    rows += await checkKept(answers, afterImport, knownAt);
  }
  return { rows };
}

async function checkDimension(
  answers: FenmarchAnswers,
  dimension: string,
  yearBasis: 'delivered' | 'posted',
  knownAt: number,
  wanted: readonly ExpectedTotal[],
): Promise<void> {
  const by = ['contract-basis', 'year', ...(dimension === 'all' ? [] : [dimension])];
  const { rows } = await answers.totals({ by, yearBasis, knownAt });
  const found = rows
    .map(({ key, pence: { due: _, ...pence } }) => ({ contractBasis: key['contract-basis'], year: key['year'], key: key[dimension] ?? '', pence }))
    .filter(({ pence }) => Object.values(pence).some((figure) => figure !== null && figure !== 0));
  expect(inOrder(found)).toEqual(inOrder(wanted.map(({ contractBasis, year, key, pence }) => ({ contractBasis, year, key, pence }))));
}

async function checkQuantities(answers: FenmarchAnswers, afterImport: number, knownAt: number): Promise<number> {
  const wanted = expectedQuantities().filter((row) => row.afterImport === afterImport);
  const { rows } = await answers.totals({ by: ['contract-basis', 'year', 'measure'], yearBasis: 'delivered', knownAt });
  const found = rows.flatMap(({ key, quantities }) =>
    quantities.map(({ due: _, additional: __, measure, unit, ...quantities }) => ({ contractBasis: key['contract-basis'], year: key['year'], measure, unit, quantities })),
  );
  expect(inOrder(found)).toEqual(inOrder(wanted.map(({ afterImport: _, ...row }) => row)));
  return wanted.length;
}

async function checkKept(answers: FenmarchAnswers, afterImport: number, knownAt: number): Promise<number> {
  const wanted = expectedKept().filter((row) => row.afterImport === afterImport);
  const { deliveredTo } = wanted[0]!;
  const byContract = await answers.kept({ by: ['contract'], deliveredTo, knownAt });
  const all = await answers.kept({ by: [], deliveredTo, knownAt });
  const found = [...byContract.rows, ...all.rows].map(({ key, ...row }) => ({ contract: key['contract'] ?? 'all', ...row }));
  expect(inOrder(found)).toEqual(inOrder(wanted.map(({ afterImport: _, deliveredTo: __, ...row }) => row)));
  return wanted.length;
}

function inOrder(rows: readonly object[]): readonly string[] {
  return rows.map((row) => stable(row)).sort();
}

function stable(value: unknown): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  return `{${Object.entries(value)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, inner]) => `${name}: ${stable(inner)}`)
    .join(', ')}}`;
}
