import { randomUUID } from 'node:crypto';
import type { Command } from 'commander';
import { CommandContexts } from '#areas/directory/index.js';
import { type MarkedMissed, MarkMissedReturnsCommand } from '#areas/returns/index.js';
import { authorityOf } from '../authority.js';
import { Progress } from '../progress.js';
import type { RunCommand } from '../run-command.js';
import { dayOf } from './totals.command.js';

interface Options {
  readonly on: string;
  readonly authority?: string;
  readonly as: string;
}

export function markMissedCommand(program: Command, run: RunCommand): void {
  program
    .command('mark-missed')
    .description('record which returns had not come by the day on which they were due, and which conditions of break clauses are met; once, however often it is run')
    .requiredOption('--on <date>', 'the day on which it is looked: what was due before it and has not come was missed')
    .option('--authority <code>', 'whose')
    .action((options: Options) =>
      run(async ({ app, commands, parts }, output) => {
        const authority = await authorityOf(parts, options.authority);
        const input = { on: dayOf('--on', options.on)! };
        const sender = { commandId: `mark-missed-${randomUUID()}`, actingAs: options.as };
        const context = await app.get(CommandContexts, { strict: false }).of(sender, authority, 'mark-missed-returns', input);
        const progress = new Progress('looking');
        const marked = await commands.execute(new MarkMissedReturnsCommand(context, input, progress.tell)).finally(() => progress.end());
        await parts.engine.catchUp(authority);
        output.answer({ authority, ...marked }, () => words(marked));
      }),
    );
}

function words({ on, position, contracts, missed, conditionsMet }: MarkedMissed): string {
  return `Looked at ${counted(contracts, 'contract')} as of ${on}: ${counted(missed, 'return')} missed, ${counted(conditionsMet, 'condition')} met; entry ${position}.`;
}

function counted(number: number, what: string): string {
  return `${number.toLocaleString('en-GB')} ${what}${number === 1 ? '' : 's'}`;
}
