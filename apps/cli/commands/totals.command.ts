import type { Command } from 'commander';
import { AskTotalsQuery, type TotalsAnswer } from '#areas/totals/index.js';
import { refuse } from '#domain/kernel/refusal.js';
import { authorityOf } from '../authority.js';
import { pounds } from '../pounds.js';
import type { RunCommand } from '../run-command.js';
import { table } from '../table.js';
import { isDate } from '#domain/kernel/date.js';

interface Options {
  readonly authority?: string;
  readonly by?: string;
  readonly where: readonly string[];
  readonly yearBasis: string;
  readonly knownAt?: string;
  readonly deliveredTo?: string;
}

export function totalsCommand(program: Command, run: RunCommand): void {
  program
    .command('totals')
    .description('the six figures, by any combination of dimensions, now or as known at an earlier moment')
    .option('--authority <code>', 'whose')
    .option('--by <dimensions>', 'year,theme,…')
    .option('--where <dimension=value>', 'provider=P01 (again for more)', (value: string, all: readonly string[]) => [...all, value], [])
    .option('--year-basis <basis>', 'delivered or posted', 'delivered')
    .option('--known-at <moment>', 'a position, a day or an instant')
    .option('--delivered-to <date>', 'only periods that ended by this day')
    .action((options: Options) =>
      run(async ({ parts, queries }, output) => {
        const authority = await authorityOf(parts, options.authority);
        await parts.engine.catchUp(authority);
        const asked = {
          by: dimensionsOf(options.by),
          where: options.where,
          yearBasis: basisOf(options.yearBasis),
          knownAt: options.knownAt,
          deliveredTo: dayOf('--delivered-to', options.deliveredTo),
        };
        const totals = await queries.execute(new AskTotalsQuery(authority, asked));
        output.answer(totals, () => words(totals));
      }),
    );
}

export function dimensionsOf(text: string | undefined): string[] {
  return text === undefined || text === '' ? [] : text.split(',').map((name) => name.trim());
}

export function basisOf(text: string): 'delivered' | 'posted' {
  if (text === 'delivered' || text === 'posted') return text;
  return refuse('--year-basis', text, 'must be delivered or posted', 'Choose one of the two.');
}

export function dayOf(option: string, text: string | undefined): string | undefined {
  if (text === undefined || isDate(text)) return text;
  return refuse(option, text, 'must be a day that exists, written yyyy-mm-dd', 'Write it like 2026-03-31.');
}

const SHOWN = ['committed', 'due', 'reported', 'evidenced', 'validated', 'additional', 'notAssessed', 'underCorrection', 'broughtForward'] as const;
const HEADINGS = ['Committed', 'Due', 'Reported', 'Evidenced', 'Validated', 'Additional', 'Not assessed', 'Under correction', 'Brought forward'];

function words(totals: TotalsAnswer): string {
  const rows = totals.rows.map(({ key, pence }) => [...totals.by.map((dimension) => key[dimension] || '(blank)'), ...SHOWN.map((figure) => pounds(pence[figure]))]);
  const { contracts, withCommitments, returned, decided } = totals.coverage;
  const known = totals.recordedAt === null ? 'an empty ledger' : `entry ${totals.position}, recorded ${totals.recordedAt}`;
  return [
    table([...totals.by.map(heading), ...HEADINGS], rows, totals.by.length),
    '',
    `As known at ${known}; due on ${totals.dueOn}; years of ${totals.yearBasis === 'posted' ? 'posting' : 'delivery'}.`,
    `Coverage: ${contracts} contracts in scope, ${withCommitments} with commitments, ${returned} with every return, ${decided} with every report decided.`,
    ...(totals.overlapping ? ['Tags overlap: these rows do not add up to a total.'] : []),
  ].join('\n');
}

export function heading(dimension: string): string {
  const text = dimension.replaceAll('-', ' ');
  return text.charAt(0).toUpperCase() + text.slice(1);
}
