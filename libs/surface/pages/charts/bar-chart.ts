import { checkChart, type BarCategory, type BarChart } from './chart.js';
import { fillDefinitions, fillOf } from './fills.js';
import { element, escaped, text, wrapped } from './svg.js';

/** How a chart is laid out for a width: in units of its view box, which are about pixels. */
interface Layout {
  readonly suffix: 'wide' | 'narrow';
  readonly width: number;
  readonly names: number;
  readonly values: number;
  readonly fontSize: number;
}

const LAYOUTS: readonly Layout[] = [
  { suffix: 'wide', width: 760, names: 130, values: 130, fontSize: 16 },
  { suffix: 'narrow', width: 345, names: 88, values: 100, fontSize: 14 },
];

const BAR = 18;
const ROW = 24;

/**
 * Draws a chart: once for a wide and once for a narrow screen, of which the style sheet shows one, so that its text
 * has the size of the page's text on both.
 */
export function barChart(chart: BarChart): string {
  checkChart(chart);
  return element('div', { class: 'svl-chart' }, LAYOUTS.map((layout) => drawing(chart, layout)).join(''));
}

function drawing(chart: BarChart, layout: Layout): string {
  const id = `${chart.id}-${layout.suffix}`;
  const legend = chart.arrangement === 'stacked' ? legendOf(chart, layout, id) : { markup: '', height: 0 };
  let top = legend.height;
  const groups = chart.categories.map((category) => {
    const group = groupOf(chart, category, layout, id, top);
    top += group.height;
    return group.markup;
  });
  const titles =
    element('title', { id: `${id}-title` }, escaped(chart.title)) + element('desc', { id: `${id}-desc` }, escaped(chart.description));
  return element(
    'svg',
    {
      class: `svl-chart__${layout.suffix}`,
      viewBox: `0 0 ${layout.width} ${Math.max(top, 1)}`,
      width: layout.width,
      height: Math.max(top, 1),
      role: 'img',
      'aria-labelledby': `${id}-title ${id}-desc`,
      'font-family': 'Arial, Helvetica, sans-serif',
      'font-size': layout.fontSize,
    },
    titles + fillDefinitions(chart.series.length, id) + legend.markup + groups.join(''),
  );
}

interface Drawn {
  readonly markup: string;
  readonly height: number;
}

/** A category: its name on lines of its own, then its bars. */
function groupOf(chart: BarChart, category: BarCategory, layout: Layout, id: string, top: number): Drawn {
  const lines = wrapped(category.name, layout.width, layout.fontSize);
  const line = layout.fontSize + 6;
  const heading = lines.map((name, index) => text({ x: 0, y: top + (index + 1) * line - 2, 'font-weight': 'bold', fill: INK }, name));
  const below = top + lines.length * line + 4;
  const scale = scaleOf(chart, layout);
  const rows =
    chart.arrangement === 'grouped'
      ? category.values.map((value, series) => groupedRow(chart, series, value, layout, id, below + series * ROW, scale))
      : [stackedRow(chart, category, layout, id, below, scale)];
  const height = below - top + rows.length * ROW + 14;
  return { markup: element('g', {}, heading.join('') + rows.join('')), height };
}

const INK = '#0b0c0c';

interface Scale {
  readonly zero: number;
  readonly at: (value: number) => number;
}

/** All categories of a chart share one scale, which always includes zero. */
function scaleOf(chart: BarChart, layout: Layout): Scale {
  const ends = chart.categories.flatMap(({ values }) =>
    chart.arrangement === 'grouped' ? values.map((value) => value ?? 0) : [values.reduce<number>((sum, value) => sum + (value ?? 0), 0)],
  );
  const low = Math.min(0, ...ends);
  const high = Math.max(0, ...ends);
  const from = chart.arrangement === 'grouped' ? layout.names : 0;
  const length = layout.width - from - layout.values;
  const at = (value: number): number => from + (high === low ? 0 : ((value - low) / (high - low)) * length);
  return { zero: at(0), at };
}

function groupedRow(chart: BarChart, series: number, value: number | null, layout: Layout, id: string, top: number, scale: Scale): string {
  const middle = top + BAR / 2 + layout.fontSize * 0.35;
  const [name = ''] = wrapped(chart.series[series] ?? '', layout.names - 6, layout.fontSize);
  const label = text({ x: 0, y: middle, fill: INK }, name);
  if (value === null) return label + text({ x: scale.zero + 6, y: middle, fill: INK }, 'no figure');
  const [left, right] = [Math.min(scale.zero, scale.at(value)), Math.max(scale.zero, scale.at(value))];
  const bar = element('rect', { x: left, y: top, width: Math.max(right - left, value === 0 ? 0 : 1), height: BAR, fill: fillOf(series, id) });
  const axis = element('path', { d: `M${scale.zero},${top - 3} v${ROW}`, stroke: INK, 'stroke-width': 1 });
  return label + bar + axis + text({ x: right + 6, y: middle, fill: INK }, chart.write(value));
}

function stackedRow(chart: BarChart, { values }: BarCategory, layout: Layout, id: string, top: number, scale: Scale): string {
  let sum = 0;
  const parts = values.map((value, series) => {
    const from = scale.at(sum);
    sum += value ?? 0;
    return element('rect', { x: from, y: top, width: scale.at(sum) - from, height: BAR, fill: fillOf(series, id), stroke: '#ffffff', 'stroke-width': 1 });
  });
  const middle = top + BAR / 2 + layout.fontSize * 0.35;
  return parts.join('') + text({ x: scale.at(sum) + 6, y: middle, fill: INK }, chart.write(sum));
}

/** The names of the parts of stacked bars, in their order, as many to a line as fit. */
function legendOf(chart: BarChart, layout: Layout, id: string): Drawn {
  let [x, line] = [0, 0];
  const entries = chart.series.map((name, series) => {
    const width = 26 + name.length * layout.fontSize * 0.54 + 14;
    if (x > 0 && x + width > layout.width) [x, line] = [0, line + 1];
    const y = line * ROW;
    const entry =
      element('rect', { x, y: y + 2, width: 18, height: 18, fill: fillOf(series, id) }) +
      text({ x: x + 24, y: y + 11 + layout.fontSize * 0.35, fill: INK }, name);
    x += width;
    return entry;
  });
  return { markup: entries.join(''), height: (line + 1) * ROW + 8 };
}
