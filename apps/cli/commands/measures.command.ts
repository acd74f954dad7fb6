import { randomUUID } from 'node:crypto';
import type { Command } from 'commander';
import { CommandContexts } from '#areas/directory/index.js';
import { ImportMeasuresCommand } from '#areas/measures/index.js';
import { measuresSheet, readMeasures } from '#areas/workbook/index.js';
import { EXIT } from '../../assembly/ending.js';
import { authorityOf } from '../authority.js';
import type { RunCommand } from '../run-command.js';
import { kindOf, place } from './import.command.js';

interface Options {
  readonly authority?: string;
  readonly as: string;
  readonly reason?: string;
  readonly kind?: string;
}

export function measuresCommand(program: Command, run: RunCommand): void {
  program
    .command('measures')
    .description('the authority’s measures')
    .command('import <file>')
    .description('bring in a pack of measures: a CSV in the form of the workbook’s sheet “measures”, or an XLSX or ODS file that has it')
    .option('--authority <code>', 'whose')
    .option('--reason <text>', 'why measures differ from those that stand')
    .option('--kind <kind>', 'variation (they changed) or entry-error (they were typed wrong)')
    .action((file: string, options: Options) =>
      run(async ({ app, commands, parts }, output) => {
        const authority = await authorityOf(parts, options.authority);
        const read = await readMeasures(await measuresSheet(file));
        if ('problems' in read) {
          output.answer({ status: 'rejected', problems: read.problems }, () => ['Nothing was taken in. Problems:', ...read.problems.map(place)].join('\n'));
          return EXIT.foundWrong;
        }
        const kind = kindOf(options.kind);
        const because = kind === 'entry-error' ? ('entry error' as const) : ('variation' as const);
        const change = kind === undefined || options.reason === undefined ? null : { because, reason: options.reason };
        const input = { measures: [...read.measures], change };
        const context = await app
          .get(CommandContexts, { strict: false })
          .of({ commandId: `measures-${randomUUID()}`, actingAs: options.as }, authority, 'import-measures', input);
        const done = await commands.execute(new ImportMeasuresCommand(context, input));
        output.answer({ authority, ...done }, () => `${done.defined} measures new, ${done.changed} changed, ${done.unchanged} as before; entry ${done.position}.`);
        return EXIT.done;
      }),
    );
}
