import type { Command } from 'commander';
import { Chance, type HistoryAsked, type HistoryRecorded, inventSetting, type OneWorkbookWritten, recordHistory, type Setting, type WorkbooksWritten, writeOneWorkbook, writeWorkbooks } from '#areas/generate/index.js';
import { type SpreadsheetForm, spreadsheetForm } from '#areas/workbook/index.js';
import { authorityCode } from '#domain/authority/authority-code.js';
import { refuse } from '#domain/kernel/refusal.js';
import type { Output } from '../output.js';
import { Progress } from '../progress.js';
import type { RunCommand } from '../run-command.js';

interface Options {
  readonly seed: string;
  readonly contracts: string;
  readonly events: string;
  readonly out?: string;
  readonly authority?: string;
  readonly name?: string;
}

export function generateCommand(program: Command, run: RunCommand): void {
  program
    .command('generate')
    .description('invent an authority of any size: straight into an empty ledger, as workbooks, or as one spreadsheet')
    .requiredOption('--seed <number>', 'the same seed makes the same authority')
    .requiredOption('--contracts <number>', 'how many contracts it has')
    .requiredOption('--events <number>', 'how many entries its ledger holds, within 2% (or 30, where that is more); of a file, once it is imported')
    .option('--out <folder|file>', 'touch no ledger: write workbooks into a folder, one for each import, or one spreadsheet (.xlsx, .ods) for a single import, as things were last stated')
    .option('--authority <code>', 'its code; left out, generated-SEED')
    .option('--name <name>', 'its name; left out, one is invented')
    .action((options: Options) => {
      const asked = { seed: numberOf('--seed', options.seed), contracts: numberOf('--contracts', options.contracts), events: numberOf('--events', options.events) };
      const setting = settingFor(asked, options);
      const { out } = options;
      if (out === undefined) return run((session, output) => intoLedger(session, output, setting, asked));
      const form = spreadsheetForm(out);
      return run.withoutSession((output) => (form === undefined ? intoFolder(output, setting, asked, out) : intoFile(output, setting, asked, out, form)));
    });
}

function numberOf(option: string, text: string): number {
  return /^\d{1,15}$/.test(text.trim()) ? Number(text) : refuse(option, text, 'must be a whole number in digits', 'Write it as in 10000, without separators.');
}

function settingFor({ seed }: HistoryAsked, { authority = `generated-${seed}`, name }: Options): Setting {
  if (!authorityCode.safeParse(authority).success) refuse('--authority', authority, 'must be 2 to 40 lower-case letters, digits and hyphens', 'Write it as in “wexcombe” or “north-fen”.');
  return inventSetting(Chance.of(seed, 'setting'), authority, name);
}

async function intoLedger({ parts, ledgerBy }: Parameters<Parameters<RunCommand>[0]>[0], output: Output, setting: Setting, asked: HistoryAsked): Promise<void> {
  const bars = { making: new Progress('making'), recording: new Progress('recording') };
  const recorded = await recordHistory({ ledgerBy, directory: parts.directory, clock: parts.clock }, setting, asked, ({ doing, done, of }) => {
    if (doing === 'recording') bars.making.end();
    bars[doing].tell(done, of);
  });
  bars.recording.end();
  output.say('Counting the totals …');
  await parts.engine.catchUp(setting.code);
  output.answer({ ...asked, ...recorded, events: recorded.position }, () => recordedInWords(recorded));
}

function recordedInWords({ authority, name, position, contracts, providers, imports }: HistoryRecorded): string {
  return `${name} (${authority}), an invented authority: ${counted(contracts)} contracts, ${counted(providers)} providers, ${counted(position)} entries in ${counted(imports)} imports.`;
}

async function intoFolder(output: Output, setting: Setting, asked: HistoryAsked, folder: string): Promise<void> {
  if (/\.(xls[bm]?|csv|zip|numbers|fods)$/i.test(folder)) refuse('--out', folder, 'must be a file that ends in .xlsx or .ods, or a folder', 'Name another, such as authority.xlsx.');
  const progress = new Progress('writing');
  const written = await writeWorkbooks(setting, asked, folder, progress.tell);
  progress.end();
  output.answer({ ...asked, ...written }, () => writtenInWords(written));
}

function writtenInWords({ folder, authority, name, contracts, events, imports }: WorkbooksWritten): string {
  const [first] = imports;
  return [
    `${name} (${authority}), an invented authority: ${counted(contracts)} contracts, ${counted(imports.length)} workbooks in ${folder}, ${counted(events)} entries once they are imported.`,
    'Import them in their order; imports.json says when each would have been, and why rows changed. The first:',
    `  svl import ${folder}/${first!.folder} --create-authority "${name}"`,
  ].join('\n');
}

async function intoFile(output: Output, setting: Setting, asked: HistoryAsked, file: string, form: SpreadsheetForm): Promise<void> {
  const progress = new Progress('making');
  const written = await writeOneWorkbook(setting, asked, { file, form }, progress.tell);
  progress.end();
  output.answer({ ...asked, ...written }, () => fileInWords(written));
}

function fileInWords({ file, authority, name, contracts, events, asOf }: OneWorkbookWritten): string {
  return [
    `${name} (${authority}), an invented authority as of ${asOf}: ${counted(contracts)} contracts in ${file}, ${counted(events)} entries once it is imported:`,
    `  svl import ${file} --create-authority "${name}"`,
  ].join('\n');
}

const counted = (number: number): string => number.toLocaleString('en-GB');
