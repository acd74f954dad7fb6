import type { Command } from 'commander';
import { AskKeptQuery, type KeptAnswer } from '#areas/totals/index.js';
import { authorityOf } from '../authority.js';
import { pounds } from '../pounds.js';
import type { RunCommand } from '../run-command.js';
import { table } from '../table.js';
import { dayOf, dimensionsOf, heading } from './totals.command.js';

interface Options {
  readonly authority?: string;
  readonly by?: string;
  readonly where: readonly string[];
  readonly deliveredTo: string;
  readonly knownAt?: string;
}

export function keptCommand(program: Command, run: RunCommand): void {
  program
    .command('kept')
    .description('how much of what was due by a day was kept, each commitment by itself')
    .requiredOption('--delivered-to <date>', 'the day by which periods must have ended')
    .option('--authority <code>', 'whose')
    .option('--by <dimensions>', 'contract,…')
    .option('--where <dimension=value>', 'provider=P01 (again for more)', (value: string, all: readonly string[]) => [...all, value], [])
    .option('--known-at <moment>', 'a position, a day or an instant')
    .action((options: Options) =>
      run(async ({ parts, queries }, output) => {
        const authority = await authorityOf(parts, options.authority);
        await parts.engine.catchUp(authority);
        const by = dimensionsOf(options.by);
        const deliveredTo = dayOf('--delivered-to', options.deliveredTo)!;
        const kept = await queries.execute(new AskKeptQuery(authority, { by, where: options.where, deliveredTo, knownAt: options.knownAt }));
        output.answer(kept, () => words(kept, by));
      }),
    );
}

function words({ rows, deliveredTo, position }: KeptAnswer, by: readonly string[]): string {
  const cells = rows.map(({ key, due, kept, overDelivery, percent, unvaluedDue, unvaluedKept }) => [
    ...by.map((dimension) => (key as Record<string, string | undefined>)[dimension] || '(blank)'),
    pounds(due),
    pounds(kept),
    percent === null ? '–' : `${percent}%`,
    pounds(overDelivery),
    `${unvaluedKept} of ${unvaluedDue}`,
  ]);
  const headings = [...by.map(heading), 'Due', 'Kept', 'Share', 'Beyond what was due', 'Without value'];
  return `${table(headings, cells, by.length)}\n\nDelivered to ${deliveredTo}, as known at entry ${position}.`;
}
