import { expectedKept, expectedQuantities, expectedTotals, FENMARCH } from '../../../../test/support/golden/fenmarch.js';
import { fenmarchLedger } from '../../../../test/support/golden/fenmarch-events.js';
import { memoryTotals } from '../../../../test/support/memory-totals.js';
import type { RecordedEvent } from '#domain/kernel/event.js';
import type { MemoryTotalsStore } from '../store/memory-totals-store.js';
import { addUp } from './add-up.js';
import type { Dimension } from './dimension.js';
import { keptRows } from './kept-answer.js';
import { rowsOf } from './totals-answer.js';

const { events, positions } = fenmarchLedger();
let store: MemoryTotalsStore;

beforeAll(async () => {
  store = await memoryTotals(events as unknown as RecordedEvent[], 7);
});

const imports = [1, 2, 3, 4];
const dimensions = [...new Set(expectedTotals().map(({ dimension }) => dimension))];
const asked = imports.flatMap((afterImport) =>
  (['delivered', 'posted'] as const).flatMap((yearBasis) => dimensions.map((dimension) => [afterImport, yearBasis, dimension] as const)),
);

describe('the golden authority, folded in memory', () => {
  test.each(asked)('after import %d, %s basis, by %s', async (afterImport, yearBasis, dimension) => {
    const by = ['contract-basis', 'year', ...(dimension === 'all' ? [] : [dimension])] as Dimension[];
    const rows = await store.read(FENMARCH, async (view) => {
      const question = { position: positions[afterImport - 1]!, by, where: [], yearBasis, deliveredTo: null, dueOn: '2026-06-30' };
      return rowsOf(await addUp(view, question), by, () => '');
    });
    const found = rows
      .map(({ key, pence: { due: _, ...pence } }) => ({ key: [key['contract-basis'], key['year'], key[dimension] ?? ''], pence }))
      .filter(({ pence }) => Object.values(pence).some((figure) => figure !== null && figure !== 0));
    const expected = expectedTotals()
      .filter((row) => row.afterImport === afterImport && row.yearBasis === yearBasis && row.dimension === dimension)
      .map(({ contractBasis, year, key, pence }) => ({ key: [contractBasis, year, key], pence }));
    expect(found).toEqual(expect.arrayContaining(expected));
    expect(found).toHaveLength(expected.length);
  });

  test.each(imports)('quantities after import %d', async (afterImport) => {
    const by: Dimension[] = ['contract-basis', 'year', 'measure'];
    const rows = await store.read(FENMARCH, async (view) => {
      const question = { position: positions[afterImport - 1]!, by, where: [], yearBasis: 'delivered' as const, deliveredTo: null, dueOn: '2026-06-30' };
      return rowsOf(await addUp(view, question), by, () => '');
    });
    const found = rows.flatMap(({ key, quantities }) =>
      quantities.map(({ due: _, additional: __, measure, unit, ...quantities }) => ({
        contractBasis: key['contract-basis'],
        year: key['year'],
        measure,
        unit,
        quantities,
      })),
    );
    expect(found).toEqual(
      expectedQuantities()
        .filter((row) => row.afterImport === afterImport)
        .map(({ contractBasis, year, measure, unit, quantities }) => ({ contractBasis, year, measure, unit, quantities: expect.objectContaining(quantities) })),
    );
  });

  test.each(imports)('share kept after import %d', async (afterImport) => {
    const expected = expectedKept().filter((row) => row.afterImport === afterImport);
    const { deliveredTo } = expected[0]!;
    const keptBy = (by: Dimension[]) =>
      store.read(FENMARCH, async (view) => {
        const where = [{ dimension: 'contract-basis' as const, values: ['contract'] }];
        const question = { position: positions[afterImport - 1]!, by: [...by, 'commitment' as const], where, yearBasis: 'delivered' as const, deliveredTo, dueOn: deliveredTo };
        return keptRows(await addUp(view, question), by);
      });
    const found = [...(await keptBy(['contract'])), ...(await keptBy([]))].map(({ key, ...row }) => [key['contract'] ?? 'all', row]);
    expect(found).toEqual(expected.map(({ contract, afterImport: _, deliveredTo: __, ...row }) => [contract, row]));
  });
});
