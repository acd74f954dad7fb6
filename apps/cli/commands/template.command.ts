import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Command } from 'commander';
import { csvTemplate } from '#areas/workbook/index.js';
import { refuse } from '#domain/kernel/refusal.js';
import { Output } from '../output.js';

interface Options {
  readonly authority?: string;
  readonly json?: boolean;
}

/** Writes the empty workbook as a folder of CSVs; it needs no database. */
export function templateCommand(program: Command): void {
  program
    .command('template <folder>')
    .description('write the empty workbook: a folder with one CSV per sheet')
    .option('--authority <code>', 'fills in whose it is')
    .action(async (folder: string, options: Options) => {
      if (/\.(xlsx|ods)$/i.test(folder)) refuse('out', folder, 'must be a folder: spreadsheets are not written yet', 'Name a folder, and open its CSVs in a spreadsheet.');
      await mkdir(folder, { recursive: true });
      if ((await readdir(folder)).length > 0) refuse('out', folder, 'must be an empty folder, or none yet', 'Name another, so that nothing is overwritten.');
      const files = csvTemplate(options.authority);
      for (const { fileName, text } of files) await writeFile(join(folder, fileName), text);
      const names = files.map(({ fileName }) => fileName);
      new Output(options.json === true).answer({ folder, files: names }, () => `Wrote ${names.length} sheets to ${folder}.`);
    });
}
