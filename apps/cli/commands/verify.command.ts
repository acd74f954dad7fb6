import type { Command } from 'commander';
import { authorityOf } from '../authority.js';
import { EXIT } from '../../assembly/ending.js';
import { Progress } from '../progress.js';
import type { RunCommand } from '../run-command.js';

export function verifyCommand(program: Command, run: RunCommand): void {
  program
    .command('verify')
    .description('recompute every hash of a ledger, look for gaps, and compare with what its commands wrote')
    .option('--authority <code>', 'whose')
    .action((options: { readonly authority?: string }) =>
      run(async ({ parts }, output) => {
        const authority = await authorityOf(parts, options.authority);
        const progress = new Progress('verifying');
        const found = await parts.ledger.verify(authority, progress.tell);
        progress.end();
        output.answer(found, () =>
          found.problems.length === 0
            ? `Record intact to entry ${found.to.toLocaleString('en-GB')} of ${authority}.`
            : [`The record of ${authority} is not intact:`, ...found.problems.map(({ position, problem }) => `  ${position === null ? '' : `entry ${position}: `}${problem}`)].join('\n'),
        );
        if (!output.json) for (const line of ['What this check cannot find:', ...found.notes.map((note) => `  ${note}`)]) output.say(line);
        return found.problems.length === 0 ? EXIT.done : EXIT.foundWrong;
      }),
    );
}
