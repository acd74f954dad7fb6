import { letters, Problems } from './problems.js';

it('Columns are named as spreadsheets name them', () => {
  expect([0, 1, 25, 26, 27, 51, 52, 701, 702].map(letters)).toEqual(['A', 'B', 'Z', 'AA', 'AB', 'AZ', 'BA', 'ZZ', 'AAA']);
});

describe('Problems', () => {
  it('are one where sheet, column, value, rule and fix are the same', () => {
    const problems = new Problems();
    const at = (row: number, column = 'unit', index = 4) => ({ sheet: 'measures', row, column, index });
    problems.add(at(2), 'x', 'rule', 'fix');
    problems.add(at(3), 'x', 'rule', 'fix');
    problems.add(at(3), 'x', 'rule', 'fix');
    problems.add(at(3, 'kind', 5), 'x', 'rule', 'fix');
    problems.add(at(4), 'y', 'rule', 'fix');
    problems.add({ sheet: 'providers', row: null, column: '' }, '', 'rule', 'fix');
    expect(problems.list(['providers', 'measures']).map(({ sheet, row, cells }) => ({ sheet, row, cells }))).toEqual([
      { sheet: 'providers', row: null, cells: [] },
      { sheet: 'measures', row: 2, cells: ['E2', 'E3'] },
      { sheet: 'measures', row: 3, cells: ['F3'] },
      { sheet: 'measures', row: 4, cells: ['E4'] },
    ]);
  });

  it('show values that can be printed, and not without end', () => {
    const problems = new Problems();
    problems.add({ sheet: 's', row: 2, column: 'c' }, 'a\u0000b\ud800', 'rule', 'fix');
    problems.add({ sheet: 's', row: 3, column: 'c' }, 'x'.repeat(10_000), 'rule', 'fix');
    const [first, second] = problems.list([]);
    expect(first).toMatchObject({ value: 'a␀b\ufffd', cells: ['2:2'] });
    expect(second!.value).toHaveLength(200);
  });

  it('of many alike are gathered quickly', () => {
    const problems = new Problems();
    for (let row = 2; row < 100_002; row++) problems.add({ sheet: 's', row, column: 'c', index: 0 }, '', 'must be filled', 'Fill it in.');
    expect(problems.list([])[0]!.cells).toHaveLength(100_000);
  });
});
