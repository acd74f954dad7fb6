import { barChart } from './bar-chart.js';
import type { BarChart } from './chart.js';
import { wrapped } from './svg.js';

const chart: BarChart = {
  id: 'by-year',
  title: 'Committed and validated by year',
  description: 'Two bars for each of two years.',
  arrangement: 'grouped',
  series: ['Committed', 'Validated'],
  categories: [
    { name: '2024/25', values: [400, 100] },
    { name: '2025/26', values: [200, null] },
  ],
  write: (value) => `£${value}`,
};

const drawings = (drawn: BarChart): string[] => barChart(drawn).match(/<svg .*?<\/svg>/gs) ?? [];
const numbers = (markup: string, attribute: string): number[] =>
  [...markup.matchAll(new RegExp(`<rect [^>]*?\\b${attribute}="([-\\d.]+)"`, 'g'))].map(([, value]) => Number(value));
/** The bars of a drawing: every rectangle outside the definitions of patterns. */
const bars = (drawing: string): string => drawing.replace(/<defs>.*?<\/defs>/s, '');

describe('a bar chart', () => {
  it('is drawn for a wide and for a narrow screen, each an image with a title and a description of its own', () => {
    const [wide = '', narrow = ''] = drawings(chart);
    expect(wide).toMatch(/^<svg class="svl-chart__wide" viewBox="0 0 760 \d+"/);
    expect(narrow).toMatch(/^<svg class="svl-chart__narrow" viewBox="0 0 345 \d+"/);
    for (const [drawing, id] of [[wide, 'by-year-wide'], [narrow, 'by-year-narrow']] as const) {
      expect(drawing).toContain(`role="img" aria-labelledby="${id}-title ${id}-desc"`);
      expect(drawing).toContain(`<title id="${id}-title">Committed and validated by year</title>`);
      expect(drawing).toContain(`<desc id="${id}-desc">Two bars for each of two years.</desc>`);
    }
    const ids = [...barChart(chart).matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('writes every category, series and value beside its bar, so that nothing is told by colour alone', () => {
    const written = [...bars(drawings(chart)[0] ?? '').matchAll(/<text [^>]*>([^<]*)<\/text>/g)].map(([, text]) => text);
    expect(written).toEqual(['2024/25', 'Committed', '£400', 'Validated', '£100', '2025/26', 'Committed', '£200', 'Validated', 'no figure']);
  });

  it('draws lengths in proportion, from zero', () => {
    const [first = 0, second = 0, third = 0] = numbers(bars(drawings(chart)[0] ?? ''), 'width');
    expect(first / second).toBeCloseTo(4, 2);
    expect(first / third).toBeCloseTo(2, 2);
  });

  it('draws negative values to the left of zero', () => {
    const [up = 0, down = 0] = numbers(bars(drawings({ ...chart, series: ['A'], categories: [{ name: 'x', values: [300] }, { name: 'y', values: [-100] }] })[0] ?? ''), 'x');
    expect(down).toBeLessThan(up);
  });

  it('stays within its view box, with room for the longest value', () => {
    for (const drawing of drawings({ ...chart, write: () => '£12.3 million' })) {
      const width = Number(/viewBox="0 0 (\d+)/.exec(drawing)?.[1]);
      const ends = numbers(bars(drawing), 'x').map((x, index) => x + (numbers(bars(drawing), 'width')[index] ?? 0));
      expect(Math.max(...ends) + 6 + '£12.3 million'.length * 7).toBeLessThanOrEqual(width);
    }
  });

  it('stacks parts end to end, names them above, and writes their sum', () => {
    const [wide = ''] = drawings({ ...chart, arrangement: 'stacked', categories: [{ name: '2025/26', values: [300, 100] }] });
    const parts = bars(wide).slice(bars(wide).indexOf('<g>'));
    const [x = 0, then = 0] = numbers(parts, 'x');
    const [width = 0] = numbers(parts, 'width');
    expect(then).toBeCloseTo(x + width, 1);
    expect(wide).toContain('>£400</text>');
    expect(wide.indexOf('>Committed<')).toBeLessThan(wide.indexOf('>2025/26<'));
  });

  it('escapes what people typed', () => {
    const drawn = barChart({ ...chart, title: '<script>', categories: [{ name: 'Smith & "Sons" <b>', values: [1, 2] }] });
    expect(drawn).not.toMatch(/<script>|<b>/);
    expect(drawn).toContain('Smith &#38; &#34;Sons&#34; &#60;b&#62;');
  });

  it('draws nothing at all, and all zeros, without harm', () => {
    expect(barChart({ ...chart, categories: [] })).toContain('viewBox="0 0 760 1"');
    expect(barChart({ ...chart, categories: [{ name: 'x', values: [0, 0] }] })).not.toMatch(/NaN|Infinity/);
  });

  it.each<[string, Partial<BarChart>]>([
    ['seven series', { series: ['a', 'b', 'c', 'd', 'e', 'f', 'g'] }],
    ['a value too few', { categories: [{ name: 'x', values: [1] }] }],
    ['a value that is not a number', { categories: [{ name: 'x', values: [1, Number.NaN] }] }],
    ['an id that is not one', { id: '1 x' }],
    ['a negative part of a stack', { arrangement: 'stacked', categories: [{ name: 'x', values: [1, -1] }] }],
  ])('refuses %s', (_name, change) => {
    expect(() => barChart({ ...chart, ...change })).toThrow(RangeError);
  });

  it('wraps long names, even those without a space', () => {
    expect(wrapped('Supporting people into good local work', 200, 16)).toEqual(['Supporting people into', 'good local work']);
    expect(wrapped('x'.repeat(60), 200, 16).every((line) => line.length <= 23)).toBe(true);
  });
});
