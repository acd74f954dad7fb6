import { mkdir, readdir, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Command } from 'commander';
import { csvTemplate, spreadsheetForm, templateWorkbook, writeSpreadsheet } from '#areas/workbook/index.js';
import { refuse } from '#domain/kernel/refusal.js';
import { Output } from '../output.js';

interface Options {
  readonly authority?: string;
  readonly json?: boolean;
}

/** Writes the empty workbook; it needs no database. */
export function templateCommand(program: Command): void {
  program
    .command('template <out>')
    .description('write the empty workbook: a spreadsheet that says how it is filled in (OUT.xlsx or OUT.ods), or a folder with one CSV per sheet')
    .option('--authority <code>', 'fills in whose it is')
    .action(async (out: string, options: Options) => {
      const sheets = spreadsheetForm(out) === undefined ? await writeFolder(out, options) : await writeFileOf(out, options);
      new Output(options.json === true).answer({ out, sheets }, () => `Wrote ${sheets.length} sheets to ${out}.`);
    });
}

async function writeFolder(folder: string, { authority }: Options): Promise<readonly string[]> {
  if (/\.(xls[bm]?|csv|zip|numbers|fods)$/i.test(folder)) refuse('out', folder, 'must be a file that ends in .xlsx or .ods, or a folder', 'Name another, such as workbook.xlsx.');
  await mkdir(folder, { recursive: true });
  if ((await readdir(folder)).length > 0) refuse('out', folder, 'must be an empty folder, or none yet', 'Name another, so that nothing is overwritten.');
  const files = csvTemplate(authority);
  for (const { fileName, text } of files) await writeFile(join(folder, fileName), text);
  return files.map(({ fileName }) => fileName.replace(/\.csv$/, ''));
}

async function writeFileOf(out: string, { authority }: Options): Promise<readonly string[]> {
  if (await stat(out).catch(() => undefined)) refuse('out', out, 'must not be there yet', 'Name another, so that nothing is overwritten.');
  const workbook = templateWorkbook(authority);
  const bytes = await writeSpreadsheet(spreadsheetForm(out)!, workbook);
  await mkdir(dirname(out), { recursive: true });
  await writeFile(out, bytes, { flag: 'wx' });
  return workbook.sheets.map(({ name }) => name);
}
