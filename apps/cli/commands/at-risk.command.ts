import type { Command } from 'commander';
import { type AtRiskAnswer, AtRiskQuery, placeOfAtRisk } from '#areas/break-clauses/index.js';
import { CONDITION_KINDS } from '#domain/contract/break-clause.js';
import { type AsOf, momentOf, withMoment } from '../as-of.js';
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
      const asked = { contract, condition: condition === undefined ? undefined : oneOf('--condition', condition, CONDITION_KINDS), awaitingReview, ...momentOf(options) };
      const authority = await authorityOf(parts, options.authority);
      await parts.engine.catchUp(authority);
      const items = await everyPage<AtRiskAnswer>((last, limit) => queries.execute(new AtRiskQuery(authority, asked, last && placeOfAtRisk(last), limit)));
      output.answer({ authority, items }, () => words(items));
    }),
  );
}

function words(items: readonly AtRiskAnswer[]): string {
  if (items.length === 0) return 'Nothing is at risk of what was asked for.';
  const rows = items.map(({ clause, contract, condition, period, decidedBy, waiting }) => [
    clause,
    contract.reference,
    condition.kind,
    `${period.from} to ${period.to}`,
    decidedBy,
    waiting.length === 0 ? 'no report' : waiting.length === 1 ? '1 report' : `${waiting.length} reports`,
  ]);
  const headings = ['Clause', 'Contract', 'Condition', 'Period', 'Decided by', 'Waits for our review'];
  return [table(headings, rows, headings.length), '', ...items.map(({ clause, sentence }) => `${clause}: ${sentence}`)].join('\n');
}
