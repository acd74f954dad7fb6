import { element } from './svg.js';

/** Fills that differ in lightness and in pattern, so that no series is told by its colour alone. Each has 3:1 on white. */
const FILLS = [
  { colour: '#12436d', pattern: undefined },
  { colour: '#28857c', pattern: 'M-2,2 l4,-4 M0,8 l8,-8 M6,10 l4,-4' },
  { colour: '#801650', pattern: 'M4,0 v8' },
  { colour: '#c2500a', pattern: 'M0,4 h8' },
  { colour: '#3d3d3d', pattern: 'M-2,6 l4,4 M0,0 l8,8 M6,-2 l4,4' },
  { colour: '#7a5bb0', pattern: 'M0,4 h8 M4,0 v8' },
] as const;

/** What fills the bars of a series: the solid colour, or the pattern that `fillDefinitions` defines. */
export function fillOf(series: number, id: string): string {
  const fill = FILLS[series % FILLS.length];
  return fill?.pattern === undefined ? (fill?.colour ?? '') : `url(#${id}-fill-${series})`;
}

export function colourOf(series: number): string {
  return FILLS[series % FILLS.length]?.colour ?? '';
}

/** The patterns of the first so many series. Ids of a page are shared, so they carry the chart's. */
export function fillDefinitions(series: number, id: string): string {
  const patterns = FILLS.slice(0, series).map(({ colour, pattern }, index) => {
    if (pattern === undefined) return '';
    const ground = element('rect', { width: 8, height: 8, fill: colour });
    const lines = element('path', { d: pattern, stroke: '#ffffff', 'stroke-width': 1.5, fill: 'none' });
    return element('pattern', { id: `${id}-fill-${index}`, width: 8, height: 8, patternUnits: 'userSpaceOnUse' }, ground + lines);
  });
  return element('defs', {}, patterns.join(''));
}
