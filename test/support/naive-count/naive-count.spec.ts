import { expectedKept, expectedQuantities, expectedTotals } from '../golden/fenmarch.js';
import { fenmarchLedger } from '../golden/fenmarch-events.js';
import { naiveKept, type NaiveRow, naiveTotals } from './naive-count.js';

const { events, positions } = fenmarchLedger();
const imports = [1, 2, 3, 4];
const at = (afterImport: number) => positions[afterImport - 1]!;
const today = '2026-06-30';

describe('the naive count of the golden authority', () => {
  const wanted = expectedTotals();
  const dimensions = [...new Set(wanted.map(({ dimension }) => dimension))];
  const asked = imports.flatMap((afterImport) =>
    (['delivered', 'posted'] as const).flatMap((yearBasis) => dimensions.map((dimension) => [afterImport, yearBasis, dimension] as const)),
  );

  test.each(asked)('after import %d, %s basis, by %s', (afterImport, yearBasis, dimension) => {
    const by = ['contract-basis', 'year', ...(dimension === 'all' ? [] : [dimension])];
    const rows = naiveTotals(events, { by, yearBasis, position: at(afterImport), today });
    const found = rows.filter(hasMoney).map(({ key, pence: { due, ...pence } }) => [key['contract-basis'], key['year'], key[dimension] ?? '', pence]);
    const expected = wanted.filter((row) => row.afterImport === afterImport && row.yearBasis === yearBasis && row.dimension === dimension);
    expect(found).toHaveLength(expected.length);
    expect(found).toEqual(expect.arrayContaining(expected.map(({ contractBasis, year, key, pence }) => [contractBasis, year, key, pence])));
  });

  test('is the same when everything is read anew after each entry', () => {
    const question = { by: ['year', 'contract', 'provider', 'measure'], yearBasis: 'posted', today } as const;
    expect(naiveTotals(events, question)).toEqual(naiveTotals(events, { ...question, replay: 'everything' }));
  });

  test.each(imports)('quantities after import %d', (afterImport) => {
    const rows = naiveTotals(events, { by: ['contract-basis', 'year', 'measure'], yearBasis: 'delivered', position: at(afterImport), today });
    const found = rows.flatMap(({ key, quantities }) =>
      quantities.map(({ measure, unit, due, ...figures }) => [key['contract-basis'], key['year'], measure, unit, figures]),
    );
    const expected = expectedQuantities().filter((row) => row.afterImport === afterImport);
    expect(found).toEqual(expected.map(({ contractBasis, year, measure, unit, quantities }) => [contractBasis, year, measure, unit, quantities]));
  });

  test.each(imports)('share kept after import %d', (afterImport) => {
    const expected = expectedKept().filter((row) => row.afterImport === afterImport);
    const asked = { deliveredTo: expected[0]!.deliveredTo, position: at(afterImport) };
    const found = [
      ...naiveKept(events, { ...asked, by: ['contract'] }).map(({ key, ...figures }) => ({ contract: key['contract'], ...figures })),
      ...naiveKept(events, { ...asked, by: [] }).map(({ key, ...figures }) => ({ contract: 'all', ...figures })),
    ];
    expect(found).toEqual(expected.map(({ afterImport: _, deliveredTo: __, ...row }) => row));
  });
});

function hasMoney({ pence: { due: _, ...pence } }: NaiveRow): boolean {
  return Object.values(pence).some((figure) => figure !== null && figure !== 0);
}
