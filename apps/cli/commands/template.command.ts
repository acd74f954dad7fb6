import { mkdir, readdir, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Command } from 'commander';
import { csvFiles, FillTemplateQuery, type SpreadsheetForm, spreadsheetForm, templateWorkbook, writeSpreadsheet, type WrittenWorkbook } from '#areas/workbook/index.js';
import { refuse } from '#domain/kernel/refusal.js';
import { authorityOf } from '../authority.js';
import type { Output } from '../output.js';
import type { RunCommand } from '../run-command.js';

interface Options {
  readonly authority?: string;
  readonly filled?: boolean;
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
      if (!options.filled) return run.withoutSession(async (output) => told(output, out, await write(out, form, templateWorkbook(options.authority))));
      return run(async ({ parts, queries }, output) => {
        const authority = await authorityOf(parts, options.authority);
        await parts.engine.catchUp(authority);
        told(output, out, await write(out, form, await queries.execute(new FillTemplateQuery(authority))));
      });
    });
}

async function refuseWhatIsThere(out: string, form: SpreadsheetForm | undefined): Promise<void> {
  if (form === undefined && /\.[a-z]{3,7}$/i.test(out)) {
    refuse('out', out, 'must be a file that ends in .xlsx or .ods, or a folder', 'Name another, such as workbook.xlsx.');
  }
  const there = await stat(out).catch(() => undefined);
  if (!there) return;
  if (form !== undefined || !there.isDirectory()) refuse('out', out, 'must not be there yet', 'Name another, so that nothing is overwritten.');
  if ((await readdir(out)).length > 0) refuse('out', out, 'must be an empty folder, or none yet', 'Name another, so that nothing is overwritten.');
}

/** Writes a spreadsheet, or a folder where it is to be none; answers its sheets. */
async function write(out: string, form: SpreadsheetForm | undefined, workbook: WrittenWorkbook): Promise<readonly string[]> {
  if (form === undefined) return writeFolder(out, workbook);
  const bytes = await writeSpreadsheet(form, workbook);
  await mkdir(dirname(out), { recursive: true });
  await writeFile(out, bytes, { flag: 'wx' });
  return workbook.sheets.map(({ name }) => name);
}

async function writeFolder(folder: string, workbook: WrittenWorkbook): Promise<readonly string[]> {
  await mkdir(folder, { recursive: true });
  const sheets: string[] = [];
  for await (const { fileName, bytes } of csvFiles(workbook)) {
    await writeFile(join(folder, fileName), bytes, { flag: 'wx' });
    sheets.push(fileName.replace(/\.csv$/, ''));
  }
  return sheets;
}

function told(output: Output, out: string, sheets: readonly string[]): void {
  output.answer({ out, sheets }, () => `Wrote ${sheets.length} sheets to ${out}.`);
}
