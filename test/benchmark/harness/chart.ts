import { reached, wantedText } from './aims.js';
import { figure } from './figures.js';
import type { Results } from './result.js';
import type { Aim, Case } from './row.js';

const WIDTH = 800;
const LEFT = 20;
const RIGHT = 780;
const TOP = 74;
const TITLE = 30;
const AIM = 40;
const BAR = 12;
const COLOURS = { reached: '#1d70b8', missed: '#c2410c', ink: '#0b0c0c', quiet: '#505a5f', line: '#b1b4b6' };

/** How often each aim is reached, on a logarithmic axis: to the right of the line it is, to the left it is missed. */
export function chartOf(results: Results): string {
  const rows = Object.values(results);
  const aims = rows.flatMap(({ cases }) => cases.flatMap((one) => one.aims));
  const scale = scaleFor(aims.map(reached));
  const drawn: string[] = [];
  let y = TOP;
  for (const { title, cases } of rows) {
    drawn.push(text(LEFT, y + 20, title, 15, COLOURS.ink, 'bold'));
    y += TITLE;
    for (const one of cases) {
      for (const aim of one.aims) {
        drawn.push(aimAt(y, one, aim, scale));
        y += AIM;
      }
    }
    y += 6;
  }
  const bottom = y + 4;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${bottom + 34}" viewBox="0 0 ${WIDTH} ${bottom + 34}" font-family="Arial, Helvetica, sans-serif" role="img" aria-label="How often each aim of the benchmarks is reached">
<rect width="${WIDTH}" height="${bottom + 34}" fill="#ffffff"/>
${text(LEFT, 26, 'How far each aim is reached', 19, COLOURS.ink, 'bold')}
${text(LEFT, 48, 'Each bar begins at the aim: to the right it is surpassed, to the left missed. The axis is logarithmic.', 13, COLOURS.quiet)}
${axis(scale, bottom)}
${drawn.join('\n')}
</svg>
`;
}

interface Scale {
  readonly ticks: readonly number[];
  x(ratio: number): number;
}

/** From a round figure below the smallest ratio to one above the largest, the aim (1) always among them. */
function scaleFor(ratios: readonly number[]): Scale {
  const steps = [0.001, 0.01, 0.03, 0.1, 0.2, 0.5, 1, 2, 5, 10, 30, 100, 1_000];
  const finite = ratios.filter((ratio) => ratio > 0 && Number.isFinite(ratio));
  const from = steps.findLast((step) => step <= Math.min(0.5, ...finite)) ?? steps[0]!;
  const to = steps.find((step) => step >= Math.max(2, ...finite)) ?? steps.at(-1)!;
  const [low, high] = [Math.log(from), Math.log(to)];
  const x = (ratio: number) => LEFT + ((Math.log(Math.min(to, Math.max(from, ratio))) - low) / (high - low)) * (RIGHT - LEFT);
  return { ticks: steps.filter((step) => step >= from && step <= to), x };
}

function axis({ ticks, x }: Scale, bottom: number): string {
  return ticks
    .map((tick) => {
      const anchor = tick === ticks[0] ? 'start' : tick === ticks.at(-1) ? 'end' : 'middle';
      const line = `<line x1="${x(tick)}" y1="${TOP}" x2="${x(tick)}" y2="${bottom}" stroke="${tick === 1 ? COLOURS.ink : COLOURS.line}" stroke-width="${tick === 1 ? 1.5 : 0.5}"/>`;
      const label = tick === 1 ? 'the aim' : `${tick}\u2009×`;
      return `${line}${text(x(tick), bottom + 18, label, 12, COLOURS.quiet, 'normal', anchor)}`;
    })
    .join('\n');
}

function aimAt(y: number, one: Case, aim: Aim, { x }: Scale): string {
  const ratio = reached(aim);
  const met = ratio >= 1;
  const [from, to] = [Math.min(x(1), x(ratio)), Math.max(x(1), x(ratio))];
  const label = `${one.name}: ${figure(aim.got)} ${aim.what} (aim ${wantedText(aim)})${met ? '' : ', missed'}`;
  const bar = `<rect x="${from.toFixed(1)}" y="${y + 20}" width="${Math.max(1.5, to - from).toFixed(1)}" height="${BAR}" fill="${met ? COLOURS.reached : COLOURS.missed}"/>`;
  return `${behindText(LEFT, y + 14, label, 12.5)}${text(LEFT, y + 14, label, 12.5, COLOURS.ink)}${bar}`;
}

/** The lines of the axis do not run through the words. */
function behindText(x: number, y: number, words: string, size: number): string {
  return `<rect x="${x - 2}" y="${y - size}" width="${(words.length * size * 0.5).toFixed(0)}" height="${size + 4}" fill="#ffffff"/>`;
}

function text(x: number, y: number, words: string, size: number, fill: string, weight = 'normal', anchor = 'start'): string {
  const escaped = words.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  return `<text x="${x}" y="${y}" font-size="${size}" fill="${fill}" font-weight="${weight}" text-anchor="${anchor}">${escaped}</text>`;
}
