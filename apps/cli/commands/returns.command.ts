import type { Command } from 'commander';
import { type ObligationAnswer, type ReturnsAnswer, ReturnsQuery } from '#areas/obligations/index.js';
import { RETURN_STATES } from '#domain/contract/reporting/owed-returns.js';
import { again } from '../again.js';
import { type AsOf, momentOf, withMoment } from '../as-of.js';
import { authorityOf } from '../authority.js';
import { everyPage } from '../every-page.js';
import { oneOf } from '../one-of.js';
import type { RunCommand } from '../run-command.js';
import { obligationsTable } from './obligations.command.js';
import { dayOf } from './totals.command.js';

interface Options extends AsOf {
  readonly authority?: string;
  readonly from?: string;
  readonly contract?: string;
  readonly state: readonly string[];
  readonly dueBy?: string;
  readonly dueAfter?: string;
}

export function returnsCommand(program: Command, run: RunCommand): void {
  const command = program
    .command('returns')
    .description('the returns that members of contracts owe, and how many are in each state')
    .option('--authority <code>', 'whose')
    .option('--from <provider>', 'only those of this provider')
    .option('--contract <reference>', 'only those for this contract')
    .option('--state <state>', `only in this state (again for more): ${RETURN_STATES.join(', ')}`, again, [])
    .option('--due-by <date>', 'only what is due on this day or before it')
    .option('--due-after <date>', 'only what is due later than this day');
  withMoment(command).action((options: Options) =>
    run(async ({ parts, queries }, output) => {
      const asked = {
        from: options.from,
        contract: options.contract,
        state: options.state.map((state) => oneOf('--state', state, RETURN_STATES)),
        dueBy: dayOf('--due-by', options.dueBy),
        dueAfter: dayOf('--due-after', options.dueAfter),
        ...momentOf(options),
      };
      const authority = await authorityOf(parts, options.authority);
      await parts.engine.catchUp(authority);
      let answer: ReturnsAnswer | undefined;
      const items = await everyPage<ObligationAnswer>(async (last, limit) => {
        const page = await queries.execute(new ReturnsQuery(authority, asked, last ? { dueOn: last.dueOn, obligation: last.id } : null, limit));
        answer ??= page;
        return page.items;
      });
      output.answer({ ...answer!, items }, () => words(answer!, items));
    }),
  );
}

function words({ counts, on, position }: ReturnsAnswer, items: readonly ObligationAnswer[]): string {
  const counted = RETURN_STATES.filter((state) => counts[state] > 0).map((state) => `${counts[state].toLocaleString('en-GB')} ${state}`);
  const all = counted.length === 0 ? 'No returns of what was asked for' : counted.join(', ');
  return [...(items.length === 0 ? [] : [obligationsTable(items), '']), `${all}; judged on ${on}, as known at entry ${position}.`].join('\n');
}
