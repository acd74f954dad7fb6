import type { Command } from 'commander';
import { Progress } from '../progress.js';
import type { RunCommand } from '../run-command.js';

export function rebuildCommand(program: Command, run: RunCommand): void {
  program
    .command('rebuild [projection]')
    .description('fold a read model anew from the ledgers of all authorities, beside the one that is read, and put it in its place')
    .option('--authority <code>', 'taken, and without effect: a read model is rebuilt for all authorities at once')
    .action((projection: string | undefined) =>
      run(async ({ parts }, output) => {
        const names = projection === undefined ? parts.engine.projections.map(({ name }) => name) : [projection];
        const rebuilt: { projection: string; authorities: number; events: number }[] = [];
        for (const name of names) {
          const progress = new Progress(`rebuilding ${name}`);
          const done = await parts.engine.rebuild(name, progress.tell);
          progress.end();
          rebuilt.push({ projection: name, ...done });
        }
        output.answer({ rebuilt }, () => rebuilt.map((one) => `Rebuilt ${one.projection}: ${one.events.toLocaleString('en-GB')} events.`).join('\n'));
      }),
    );
}
