import type { Command } from 'commander';
import { type BreakClauseAnswer, BreakClausesQuery, type CaseAnswer, followUpInWords } from '#areas/break-clauses/index.js';
import { CONDITION_KINDS } from '#domain/contract/break-clause.js';
import { CASE_STATES } from '#domain/contract/consequences/case-clock.js';
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
  readonly state?: string;
  readonly clocksRunning?: boolean;
}

export function breakClausesCommand(program: Command, run: RunCommand): void {
  const command = program
    .command('break-clauses')
    .description('the break clauses, each time that their conditions were met, and the clocks that run')
    .option('--authority <code>', 'whose')
    .option('--contract <reference>', 'only those of this contract')
    .option('--condition <kind>', `only those with a condition of this kind: ${CONDITION_KINDS.join(', ')}`)
    .option('--state <state>', `only those with a case that stands so: ${CASE_STATES.join(', ')}`)
    .option('--clocks-running', 'only those with a case whose time to put it right runs')
    .option('--no-clocks-running', 'only those without');
  withMoment(command).action((options: Options) =>
    run(async ({ parts, queries }, output) => {
      const { contract, condition, state, clocksRunning } = options;
      const asked = {
        contract,
        condition: condition === undefined ? undefined : oneOf('--condition', condition, CONDITION_KINDS),
        state: state === undefined ? undefined : oneOf('--state', state, CASE_STATES),
        clocksRunning,
        ...momentOf(options),
      };
      const authority = await authorityOf(parts, options.authority);
      await parts.engine.catchUp(authority);
      const items = await everyPage<BreakClauseAnswer>((last, limit) => queries.execute(new BreakClausesQuery(authority, asked, last?.reference, limit)));
      output.answer({ authority, items }, () => words(items));
    }),
  );
}

function words(clauses: readonly BreakClauseAnswer[]): string {
  if (clauses.length === 0) return 'No break clause of what was asked for.';
  const rows = clauses.flatMap((clause) => (clause.cases.length === 0 ? [row(clause, null)] : clause.cases.map((one) => row(clause, one))));
  const headings = ['Clause', 'Contract', 'Condition', 'Case', 'Found', 'State', 'Rights', 'Served', 'Put right by', 'Invocable from'];
  return [table(headings, rows, headings.length), ...clauses.flatMap(({ cases }) => cases.map(caseInWords))].join('\n');
}

function row({ reference, contract, condition }: BreakClauseAnswer, one: CaseAnswer | null): readonly string[] {
  const says = [reference, contract.reference, condition.sentence];
  if (one === null) return [...says, 'never met', '', '', '', '', '', ''];
  const { deemedServed, putRightBy, invocableFrom } = one.clock;
  return [...says, one.name, one.metOn, one.state, one.rights, ...[deemedServed, putRightBy, invocableFrom].map((day) => (day === null ? '–' : (day.date ?? 'not known')))];
}

/** What met the condition, how each day of the clock was reached, and what may have to be published. */
export function caseInWords({ name, sentence, clock, statutoryFollowUp }: CaseAnswer): string {
  const days = [
    ['Counts as served', clock.deemedServed],
    ['To be put right by', clock.putRightBy],
    ['May be invoked from', clock.invocableFrom],
  ] as const;
  const told = days.flatMap(([what, day]) => (day === null ? [] : [`${what} ${day.date ?? '(not known yet)'}: ${day.how}${day.warning === null ? '' : ` ${day.warning}`}`]));
  return [`\n${name}: ${sentence}`, ...told, ...statutoryFollowUp.map((one) => `Publication by law: ${followUpInWords(one)}`)].join('\n   ');
}
