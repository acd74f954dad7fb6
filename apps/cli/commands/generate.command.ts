import type { Command } from 'commander';
import { Chance, type HistoryAsked, type HistoryRecorded, inventSetting, recordHistory, type Setting, type WorkbooksWritten, writeOneWorkbook, writeWorkbooks } from '#areas/generate/index.js';
import { spreadsheetForm } from '#areas/workbook/index.js';
import { authorityCode } from '#domain/authority/authority-code.js';
import { refuse } from '#domain/kernel/refusal.js';
import { Output } from '../output.js';
import { Progress } from '../progress.js';
import type { RunCommand } from '../run-command.js';

interface Options {
  readonly seed: string;
  readonly contracts: string;
  readonly events: string;
  readonly out?: string;
  readonly authority?: string;
  readonly name?: string;
  readonly json?: boolean;
}

export function generateCommand(program: Command, run: RunCommand): void {
  program
    .command('generate')
    .description('invent an authority of any size: straight into an empty ledger, or as workbooks')
    .requiredOption('--seed <number>', 'the same seed makes the same authority')
    .requiredOption('--contracts <number>', 'how many contracts it has')
    .requiredOption('--events <number>', 'how many entries its ledger holds, within 2%')
    .option('--out <out>', 'write workbooks into this folder, one for each import; or FILE.xlsx (or .ods), all of it as it stands at the end. No ledger is touched')
    .option('--authority <code>', 'its code; left out, generated-SEED')
    .option('--name <name>', 'its name; left out, one is invented')
    .action((options: Options) => {
      const asked = { seed: numberOf('--seed', options.seed), contracts: numberOf('--contracts', options.contracts), events: numberOf('--events', options.events) };
      const setting = settingFor(asked, options);
      return options.out === undefined ? run((session, output) => intoLedger(session, output, setting, asked)) : intoFiles(new Output(options.json === true), setting, asked, options.out);
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

async function intoFiles(output: Output, setting: Setting, asked: HistoryAsked, out: string): Promise<void> {
  const form = spreadsheetForm(out);
  const progress = new Progress('writing');
  if (form === undefined) {
    const written = await writeWorkbooks(setting, asked, out, progress.tell);
    progress.end();
    return output.answer({ ...asked, ...written }, () => writtenInWords(written));
  }
  const { name, ...written } = await writeOneWorkbook(setting, asked, { file: out, form }, progress.tell);
  progress.end();
  output.answer({ ...asked, name, ...written }, () =>
    [
      `${name} (${written.authority}), an invented authority as it stands at the end of its history: ${counted(written.contracts)} contracts, ${counted(written.rows)} rows in ${out}. Import it:`,
      `  svl import ${out} --create-authority "${name}"`,
    ].join('\n'),
  );
}

function writtenInWords({ folder, authority, name, contracts, events, imports }: WorkbooksWritten): string {
  const [first] = imports;
  return [
    `${name} (${authority}), an invented authority: ${counted(contracts)} contracts, ${counted(imports.length)} workbooks in ${folder}, ${counted(events)} entries once they are imported.`,
    'Import them in their order; imports.json says when each would have been, and why rows changed. The first:',
    `  svl import ${folder}/${first!.folder} --create-authority "${name}"`,
  ].join('\n');
}

const counted = (number: number): string => number.toLocaleString('en-GB');
