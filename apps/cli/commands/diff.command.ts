import type { Command } from 'commander';
import { CompareMomentsQuery, type DifferenceAnswer } from '#areas/totals/index.js';
import { authorityOf } from '../authority.js';
import { pounds } from '../pounds.js';
import type { RunCommand } from '../run-command.js';
import { table } from '../table.js';
import { basisOf, dayOf, dimensionsOf, heading } from './totals.command.js';

interface Options {
  readonly authority?: string;
  readonly from: string;
  readonly to: string;
  readonly by?: string;
  readonly where: readonly string[];
  readonly yearBasis: string;
  readonly deliveredTo?: string;
}

const FIGURES = ['committed', 'reported', 'evidenced', 'validated', 'additional'] as const;

export function diffCommand(program: Command, run: RunCommand): void {
  program
    .command('diff')
    .description('what every figure gained or lost between two moments, and the events that did it')
    .requiredOption('--from <moment>', 'a position, a day or an instant')
    .requiredOption('--to <moment>', 'a position, a day or an instant')
    .option('--authority <code>', 'whose')
    .option('--by <dimensions>', 'year,theme,…')
    .option('--where <dimension=value>', 'provider=P01 (again for more)', (value: string, all: readonly string[]) => [...all, value], [])
    .option('--year-basis <basis>', 'delivered or posted', 'delivered')
    .option('--delivered-to <date>', 'only periods that ended by this day')
    .action((options: Options) =>
      run(async ({ parts, queries }, output) => {
        const authority = await authorityOf(parts, options.authority);
        await parts.engine.catchUp(authority);
        const by = dimensionsOf(options.by);
        const asked = { ...options, by, yearBasis: basisOf(options.yearBasis), deliveredTo: dayOf('--delivered-to', options.deliveredTo) };
        const difference = await queries.execute(new CompareMomentsQuery(authority, asked));
        output.answer(difference, () => words(difference, by));
      }),
    );
}

function words({ from, to, rows, events, moreEvents }: DifferenceAnswer, by: readonly string[]): string {
  const figures = FIGURES.map(heading);
  const changed = rows.map(({ key, pence }) => [
    ...by.map((dimension) => (key as Record<string, string | undefined>)[dimension] || '(blank)'),
    ...FIGURES.map((figure) => pounds(pence[figure])),
  ]);
  const made = events.map(({ position, recordedAt, event, contract, commitment, actor, reason, pence }) => [
    String(position),
    recordedAt.slice(0, 10),
    event,
    contract,
    commitment,
    actor,
    reason ?? '',
    ...FIGURES.map((figure) => pounds(pence[figure])),
  ]);
  return [
    `From entry ${from} to entry ${to}:`,
    table([...by.map(heading), ...figures], changed, by.length),
    '',
    'Made by:',
    table(['Entry', 'Recorded', 'Event', 'Contract', 'Commitment', 'Who', 'Why', ...figures], made, 7),
    ...(moreEvents ? ['… and more events; ask for a shorter time.'] : []),
  ].join('\n');
}
