import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { reached } from './aims.js';
import { interleaved } from './interleaved.js';
import type { RowResult } from './result.js';
import { keepResult } from './results.js';
import { check } from './row.js';
import { settingsFrom } from './settings.js';
import { median, percentile } from './statistics.js';
import { tableOf } from './table.js';

describe('the harness of the benchmarks', () => {
  test('lets the contenders take turns, each round begun by another, and counts no warm-up', async () => {
    const turns: string[] = [];
    const contender = (name: string) => ({ name, run: async (round: number) => (turns.push(`${name}${round}`), round) });
    const figures = await interleaved([contender('a'), contender('b')], { warmUps: 1, runs: 2 }, () => undefined);
    expect(turns).toEqual(['a0', 'b0', 'b1', 'a1', 'a2', 'b2']);
    expect(figures).toEqual(new Map([['a', [1, 2]], ['b', [1, 2]]]));
  });

  test('takes the middle, and the figure that 95 of 100 do not exceed', () => {
    expect(median([5, 1, 3])).toBe(3);
    expect(median([4, 1, 3, 2])).toBe(2.5);
    expect(percentile(Array.from({ length: 100 }, (_, place) => 100 - place), 0.95)).toBe(95);
    expect(percentile([7], 0.99)).toBe(7);
  });

  test('says how often an aim is reached, whichever way it points', () => {
    expect(reached({ what: 'times', wanted: { atLeast: 1.5 }, got: 3 })).toBe(2);
    expect(reached({ what: 'ms', wanted: { atMost: 10 }, got: 40 })).toBe(0.25);
  });

  test('ends with a wrong result', () => {
    expect(() => check('events', 9, 10)).toThrow('events: expected 10, found 9.');
    expect(check('events', 10, 10)).toBe('events: 10');
  });

  test('refuses settings that mean nothing', () => {
    expect(() => settingsFrom({ BENCH_RUNS: '0' })).toThrow('BENCH_RUNS');
    expect(() => settingsFrom({ BENCH_SIZE: '2' })).toThrow('BENCH_SIZE');
    expect(settingsFrom({})).toMatchObject({ warmUps: 3, runs: 5, scale: 1 });
  });

  test('keeps a row beside those of other days, in the order of the aims, with a table and a chart', () => {
    const folder = mkdtempSync(join(tmpdir(), 'svl-results-'));
    try {
      keepResult(folder, ['append', 'start'], 'start', resultOf('A start', 2));
      keepResult(folder, ['append', 'start'], 'append', resultOf('An append', 4));
      keepResult(folder, ['append', 'start'], 'start', resultOf('A start', 1));
      const results = JSON.parse(readFileSync(join(folder, 'results.json'), 'utf8')) as Record<string, RowResult>;
      expect(Object.keys(results)).toEqual(['append', 'start']);
      expect(results['start']?.cases[0]?.aims[0]?.got).toBe(1);
      const table = readFileSync(join(folder, 'results.md'), 'utf8');
      expect(table).toContain('| An append | one | ≥ 2 times of a \\| b | 4.00 | reached |');
      expect(table).toContain('| A start | one | ≥ 2 times of a \\| b | 1.00 | **missed**: 0.50 of it |');
      expect(table).toContain('one event. 3 warm-ups, 5 runs.');
      const chart = readFileSync(join(folder, 'chart.svg'), 'utf8');
      expect(chart).toContain('one: 1.00 times of a | b (aim ≥ 2), missed');
      expect(chart).not.toContain('NaN');
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});

test('the table says of each case how often it was done (bug: a rebuild of ten million events said 5 runs, and was done 3 times)', () => {
  const result = resultOf('A rebuild', 4);
  const rarely = { ...result.cases[0]!, name: 'many', size: 'ten events', counts: { warmUps: 1, runs: 1 } };
  const table = tableOf({ rebuild: { ...result, cases: [...result.cases, rarely] } });
  expect(table).toContain('one event. 3 warm-ups, 5 runs.');
  expect(table).toContain('ten events. 1 warm-up, 1 run.');
});

function resultOf(title: string, got: number): RowResult {
  return {
    title,
    measuredOn: '2026-11-22',
    machine: { cores: 2, memoryGigabytes: 24, node: '20.19.0', postgres: '18.4', loadBefore: 0.1 },
    settings: { warmUps: 3, runs: 5, seed: 1, scale: 1 },
    minutes: 2,
    cases: [{ name: 'one', size: 'one event', measured: [], aims: [{ what: 'times of a | b', wanted: { atLeast: 2 }, got }], checked: ['events: 1'] }],
  };
}
