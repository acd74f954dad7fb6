import type { Command } from 'commander';
import { type AtRiskAnswer, AtRiskQuery, lastDayInWords, placeOfAtRisk } from '#areas/break-clauses/index.js';
import { CONDITION_KINDS } from '#domain/contract/break-clause.js';
import type { IsoDate } from '#domain/kernel/date.js';
import { type AsOf, judgedMomentOf, withMoment } from '../as-of.js';
import { authorityOf } from '../authority.js';
import { everyPage } from '../every-page.js';
import { oneOf } from '../one-of.js';
import type { RunCommand } from '../run-command.js';
import { table } from '../table.js';

interface Options extends AsOf {
  readonly authority?: string;
  readonly contract?: string;
  readonly condition?: string;
  readonly awaitingReview?: boolean;
}

export function atRiskCommand(program: Command, run: RunCommand): void {
  const command = program
    .command('at-risk')
    .description('what would meet the condition of a break clause if the running period ended today')
    .option('--authority <code>', 'whose')
    .option('--contract <reference>', 'only of this contract')
    .option('--condition <kind>', `only of clauses with a condition of this kind: ${CONDITION_KINDS.join(', ')}`)
    .option('--awaiting-review', 'only where delivery reports wait for the authority’s decision')
    .option('--no-awaiting-review', 'only where none does');
  withMoment(command).action((options: Options) =>
    run(async ({ parts, queries }, output) => {
      const { contract, condition, awaitingReview } = options;
      const which = { contract, condition: condition === undefined ? undefined : oneOf('--condition', condition, CONDITION_KINDS), awaitingReview };
      const authority = await authorityOf(parts, options.authority);
      const asked = { ...which, ...(await judgedMomentOf(parts, authority, options)) };
      await parts.engine.catchUp(authority);
      const items = await everyPage<AtRiskAnswer>((last, limit) => queries.execute(new AtRiskQuery(authority, asked, last && placeOfAtRisk(last), limit)));
      output.answer({ authority, items }, () => atRiskTable(items, asked.on));
    }),
  );
}

/** What is at risk on a day, with the sentences behind it. */
export function atRiskTable(items: readonly AtRiskAnswer[], on: IsoDate): string {
  if (items.length === 0) return 'Nothing is at risk of what was asked for.';
  const rows = items.map(({ clause, contract, condition, period, waiting, ...one }) => [
    clause,
    contract.reference,
    condition.kind,
    `${period.from} to ${period.to}`,
    waiting.length === 0 ? 'no report' : waiting.length === 1 ? '1 report' : `${waiting.length} reports`,
    lastDayInWords({ ...one, waiting }, on),
  ]);
  const headings = ['Clause', 'Contract', 'Condition', 'Period', 'Waits for the authority’s review', 'Last day to avert it'];
  return [table(headings, rows, headings.length), '', ...items.map(({ clause, sentence }) => `${clause}: ${sentence}`)].join('\n');
}
