import type { Command } from 'commander';
import { OBLIGATION_KINDS, OBLIGATION_STATES, type ObligationAnswer, ObligationsQuery } from '#areas/obligations/index.js';
import { again } from '../again.js';
import { type AsOf, momentOf, withMoment } from '../as-of.js';
import { authorityOf } from '../authority.js';
import { everyPage } from '../every-page.js';
import { oneOf } from '../one-of.js';
import type { RunCommand } from '../run-command.js';
import { table } from '../table.js';
import { dayOf } from './totals.command.js';

interface Options extends AsOf {
  readonly authority?: string;
  readonly from?: string;
  readonly contract?: string;
  readonly kind: readonly string[];
  readonly state: readonly string[];
  readonly dueBy?: string;
  readonly dueAfter?: string;
}

export function obligationsCommand(program: Command, run: RunCommand): void {
  const command = program
    .command('obligations')
    .description('what is due, from whom, for what, when, and why on that day')
    .option('--authority <code>', 'whose')
    .option('--from <provider>', 'only what is due from this provider, or from the authority itself: authority')
    .option('--contract <reference>', 'only what is due under this contract')
    .option('--kind <kind>', `only of this kind (again for more): ${OBLIGATION_KINDS.join(', ')}`, again, [])
    .option('--state <state>', `only in this state (again for more): ${OBLIGATION_STATES.join(', ')}`, again, [])
    .option('--due-by <date>', 'only what is due on this day or before it')
    .option('--due-after <date>', 'only what is due later than this day');
  withMoment(command).action((options: Options) =>
    run(async ({ parts, queries }, output) => {
      const asked = {
        from: options.from,
        contract: options.contract,
        kind: options.kind.map((kind) => oneOf('--kind', kind, OBLIGATION_KINDS)),
        state: options.state.map((state) => oneOf('--state', state, OBLIGATION_STATES)),
        dueBy: dayOf('--due-by', options.dueBy),
        dueAfter: dayOf('--due-after', options.dueAfter),
        ...momentOf(options),
      };
      const authority = await authorityOf(parts, options.authority);
      await parts.engine.catchUp(authority);
      const items = await everyPage<ObligationAnswer>((last, limit) =>
        queries.execute(new ObligationsQuery(authority, asked, last ? { dueOn: last.dueOn, obligation: last.id } : null, limit)),
      );
      output.answer({ authority, items }, () => (items.length === 0 ? 'Nothing is due of what was asked for.' : obligationsTable(items)));
    }),
  );
}

/** Obligations by the day on which they are due, with why on that day. */
export function obligationsTable(items: readonly ObligationAnswer[]): string {
  const rows = items.map(({ dueOn, state, from, contract, what, why, warning }) => [
    dueOn ?? 'not known',
    state,
    from === null ? 'the authority' : [from.reference, from.name].join(' ').trim(),
    contract,
    what,
    warning === null ? why : `${why} ${warning}`,
  ]);
  const headings = ['Due', 'State', 'From', 'Contract', 'What', 'Why on that day'];
  return table(headings, rows, headings.length);
}
