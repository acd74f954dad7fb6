import { reached, wantedText } from './aims.js';
import { figure } from './figures.js';
import type { Results, RowResult } from './result.js';
import type { Aim, Case, Measured } from './row.js';
import type { Counts } from './settings.js';

/** Results as a page of Markdown: first what was aimed at, then each row with all that was measured and checked. */
export function tableOf(results: Results): string {
  const rows = Object.entries(results);
  return `${[
    '# What was measured',
    'Written by `npm run benchmark`; `npm run benchmark -- append` measures one row anew. How the rows are measured is in `test/benchmark`, what follows from them in the decisions beside this folder. Ratios carry over to other machines, figures do not. A wrong result ends a benchmark, so everything here passed its checks.',
    '![How each aim was reached](chart.svg)',
    ['| Work | Case | Aim | Got | |', '|---|---|---|---|---|', ...rows.flatMap(([, { title, cases }]) => cases.flatMap((one) => one.aims.map((aim) => aimLine(title, one, aim))))].join('\n'),
    ...rows.flatMap(([name, result]) => rowSection(name, result)),
  ].join('\n\n')}\n`;
}

function aimLine(title: string, { name }: Case, aim: Aim): string {
  return cells([title, name, `${wantedText(aim)} ${aim.what}`, figure(aim.got), reached(aim) >= 1 ? 'reached' : `**missed**: ${figure(reached(aim))} of it`]);
}

function rowSection(name: string, { title, measuredOn, machine, settings, minutes, cases }: RowResult): readonly string[] {
  const scale = settings.scale === 1 ? '' : ` At ${settings.scale} of the full size, to try it out.`;
  return [
    `## ${title}`,
    `\`npm run benchmark -- ${name}\`, ${measuredOn}: ${machine.cores} cores, ${machine.memoryGigabytes} GB, Node ${machine.node}, PostgreSQL ${machine.postgres}, load before ${machine.loadBefore}. Seed ${settings.seed}, ${figure(minutes)} minutes.${scale}`,
    ...cases.flatMap((one) => caseSection(one, settings)),
  ];
}

function caseSection({ name, size, counts, measured, checked, notes }: Case, settings: Counts): readonly string[] {
  const { warmUps, runs } = counts ?? settings;
  return [
    `### ${name}`,
    `${size}. ${number(warmUps, 'warm-up')}, ${number(runs, 'run')}.`,
    ['| | | Median | Runs | Found |', '|---|---|---|---|---|', ...measured.map(measuredLine)].join('\n'),
    [...(notes ?? []), ...checked.map((text) => `Checked: ${text}.`)].map((text) => `- ${text}`).join('\n'),
  ];
}

/** 1 run, 2 runs. */
function number(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? '' : 's'}`;
}

function measuredLine({ name, role, unit, median, runs, found }: Measured): string {
  return cells([name, role, `${figure(median)} ${unit}`, runs.map(figure).join(' · '), found ?? '']);
}

function cells(texts: readonly string[]): string {
  return `| ${texts.map((text) => text.replaceAll('|', '\\|')).join(' | ')} |`;
}
