import { mkdir, readdir, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Command } from 'commander';
import { csvTemplate, FillTemplateQuery, type SpreadsheetForm, spreadsheetForm, templateWorkbook, writeSpreadsheet, type WrittenWorkbook } from '#areas/workbook/index.js';
import { refuse } from '#domain/kernel/refusal.js';
import { authorityOf } from '../authority.js';
import { Output } from '../output.js';
import type { RunCommand } from '../run-command.js';

interface Options {
  readonly authority?: string;
  readonly filled?: boolean;
  readonly json?: boolean;
}

/** Writes the workbook to fill in. Empty, it needs no database. */
export function templateCommand(program: Command, run: RunCommand): void {
  program
    .command('template <out>')
    .description('write the workbook to fill in: a spreadsheet that says how (OUT.xlsx or OUT.ods), or a folder with one CSV per sheet')
    .option('--authority <code>', 'fills in whose it is')
    .option('--filled', 'ready for deliveries: a row for each commitment of the authority and open period, and sheets to look things up in')
    .action(async (out: string, options: Options) => {
      const form = spreadsheetForm(out);
      await refuseWhatIsThere(out, form);
      if (form === undefined) {
        if (options.filled) refuse('out', out, 'must end in .xlsx or .ods for a filled workbook', 'Name a file, such as deliveries.xlsx.');
        return told(new Output(options.json === true), out, await writeFolder(out, options));
      }
      if (!options.filled) return told(new Output(options.json === true), out, await writeSheets(out, form, templateWorkbook(options.authority)));
      return run(async ({ parts, queries }, output) => {
        const authority = await authorityOf(parts, options.authority);
        await parts.engine.catchUp(authority);
        told(output, out, await writeSheets(out, form, await queries.execute(new FillTemplateQuery(authority))));
      });
    });
}

async function refuseWhatIsThere(out: string, form: SpreadsheetForm | undefined): Promise<void> {
  if (form === undefined && /\.(xls[bm]?|csv|zip|numbers|fods)$/i.test(out)) {
    refuse('out', out, 'must be a file that ends in .xlsx or .ods, or a folder', 'Name another, such as workbook.xlsx.');
  }
  const there = await stat(out).catch(() => undefined);
  if (!there) return;
  if (form !== undefined || !there.isDirectory()) refuse('out', out, 'must not be there yet', 'Name another, so that nothing is overwritten.');
  if ((await readdir(out)).length > 0) refuse('out', out, 'must be an empty folder, or none yet', 'Name another, so that nothing is overwritten.');
}

async function writeFolder(folder: string, { authority }: Options): Promise<readonly string[]> {
  await mkdir(folder, { recursive: true });
  const files = csvTemplate(authority);
  for (const { fileName, text } of files) await writeFile(join(folder, fileName), text);
  return files.map(({ fileName }) => fileName.replace(/\.csv$/, ''));
}

async function writeSheets(out: string, form: SpreadsheetForm, workbook: WrittenWorkbook): Promise<readonly string[]> {
  const bytes = await writeSpreadsheet(form, workbook);
  await mkdir(dirname(out), { recursive: true });
  await writeFile(out, bytes, { flag: 'wx' });
  return workbook.sheets.map(({ name }) => name);
}

function told(output: Output, out: string, sheets: readonly string[]): void {
  output.answer({ out, sheets }, () => `Wrote ${sheets.length} sheets to ${out}.`);
}
