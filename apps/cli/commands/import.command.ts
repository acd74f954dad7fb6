import { randomUUID } from 'node:crypto';
import type { Command } from 'commander';
import { annotatedOut, changesTitle, type ImportAnswer, ImportWorkbookCommand, openWorkbook, type WorkbookProblem, writeAnnotated } from '#areas/workbook/index.js';
import { refuse } from '#domain/kernel/refusal.js';
import { EXIT } from '../../assembly/ending.js';
import { Progress } from '../progress.js';
import type { RunCommand } from '../run-command.js';

interface Options {
  readonly authority?: string;
  readonly as: string;
  readonly check?: boolean;
  readonly annotated?: string;
  readonly allOrNothing?: boolean;
  readonly reason?: string;
  readonly kind?: string;
  readonly createAuthority?: string;
}

export function importCommand(program: Command, run: RunCommand): void {
  program
    .command('import <path>')
    .description('take in a workbook: an XLSX or ODS file, or a folder or .zip with one CSV per sheet; evidence lies beside it')
    .option('--authority <code>', 'the authority that it must be for; left out, the one that the workbook names')
    .option('--check', 'say what would happen, and write nothing')
    .option('--annotated <out>', 'write a copy with what is wrong in its place: .xlsx, .ods or a new folder of CSVs')
    .option('--all-or-nothing', 'refuse the whole workbook for one problem')
    .option('--reason <text>', 'why rows say something else than when they were last imported')
    .option('--kind <kind>', 'variation (it changed) or entry-error (it was typed wrong)')
    .option('--create-authority <name>', 'open the authority under this name, if it has no ledger yet')
    .action((path: string, options: Options) =>
      run(async ({ commands, parts }, output) => {
        const reader = await openWorkbook(path);
        const copy = options.annotated === undefined ? undefined : await annotatedOut(options.annotated);
        const bars = new Map<string, Progress>();
        const answer = await commands.execute(
          new ImportWorkbookCommand({
            reader,
            commandId: `import-${randomUUID()}`,
            actingAs: options.as,
            authority: options.authority,
            createAuthority: options.createAuthority,
            check: options.check,
            allOrNothing: options.allOrNothing,
            reason: options.reason,
            kind: kindOf(options.kind),
            progress: ({ doing, done, of }) => {
              if (of === undefined) return;
              if (!bars.has(doing)) {
                for (const bar of bars.values()) bar.end();
                bars.set(doing, new Progress(doing));
              }
              bars.get(doing)!.tell(done, of);
            },
          }),
        );
        for (const bar of bars.values()) bar.end();
        if (!options.check) await parts.engine.catchUp(options.authority);
        const somethingToSay = answer.problems.length + answer.warnings.length > 0;
        if (copy && somethingToSay) await writeAnnotated(copy, reader, answer);
        if (copy) output.say(somethingToSay ? `The annotated copy is ${copy.path}.` : 'Nothing is wrong and nothing is unusual: no annotated copy was written.');
        output.answer(answer, () => words(answer, options.check === true));
        return answer.problems.length > 0 ? EXIT.foundWrong : EXIT.done;
      }),
    );
}

export function kindOf(text: string | undefined): 'variation' | 'entry-error' | undefined {
  if (text === undefined || text === 'variation' || text === 'entry-error') return text;
  return refuse('--kind', text, 'must be variation or entry-error', 'Say whether the fact changed, or was typed wrong.');
}

/** How many lines of one kind are told of. */
const MOST_LINES = 200;

function words({ status, position, counts, changes = [], held, absent, warnings, problems }: ImportAnswer, check: boolean): string {
  const list = (title: string, lines: readonly string[]) => (lines.length === 0 ? [] : ['', `${title}:`, ...lines.slice(0, MOST_LINES), ...(lines.length > MOST_LINES ? [`  … and ${lines.length - MOST_LINES} more`] : [])]);
  return [
    `${check ? 'Checked, nothing written. ' : ''}${status.charAt(0).toUpperCase()}${status.slice(1)}, at entry ${position}: ` +
      `${counts.added} rows new, ${counts.changed} changed, ${counts.unchanged} as before, ${counts.held} held back, ${counts.refused} refused.`,
    ...list('Problems', problems.map(place)),
    ...list(changesTitle({ changes, counts }, !check), changes.map(changeInWords)),
    ...list('Held back with everything that hangs on it', held.map(heldInWords)),
    ...list('Worth a look (nothing was refused for these)', warnings.map(place)),
    ...list('Imported before and not in these sheets any more; nothing follows', absent.map(({ sheet, reference }) => `  ${sheet} ${reference}`)),
  ].join('\n');
}

/** `  contracts C05, value_gbp (H4): 120000, before 12000` */
function changeInWords({ sheet, reference, column, cell, before, now }: NonNullable<ImportAnswer['changes']>[number]): string {
  const said = (text: string | null): string => (text === null ? '(words about people)' : text === '' ? '(nothing)' : text);
  return `  ${sheet} ${reference}, ${column} (${cell}): ${said(now)}, before ${said(before)}`;
}

/** `  contracts C05: 8 rows, because of measures row 4, targets row 7` */
function heldInWords({ sheet, reference, rows, because = [] }: ImportAnswer['held'][number]): string {
  const why = because.map(({ sheet, row }) => `${sheet} row ${row}`).join(', ');
  return `  ${sheet} ${reference}: ${rows === 1 ? 'one row' : `${rows} rows`}${why === '' ? '' : `, because of ${why}`}`;
}

export function place({ sheet, row, column, value, rule, fix, cells }: WorkbookProblem): string {
  const where = [sheet, row === null ? '' : `row ${row}`, column].filter((part) => part !== '').join(', ');
  const more = cells.length > 1 ? ` [and ${cells.length - 1} more: ${cells.slice(1, 8).join(', ')}${cells.length > 8 ? ' …' : ''}]` : '';
  return `  ${where}: ${rule} (found “${value}”). ${fix}${more}`;
}
