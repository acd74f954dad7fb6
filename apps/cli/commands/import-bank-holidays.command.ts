import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Command } from 'commander';
import { BankHolidaysQuery, readBankHolidays, RecordBankHolidaysCommand, type StatedYears, whatIsNew, type WhatIsNew } from '#areas/calendar/index.js';
import { CommandContexts } from '#areas/directory/index.js';
import { dateIn } from '#domain/kernel/date.js';
import { refuse } from '#domain/kernel/refusal.js';
import { again } from '../again.js';
import { authorityOf } from '../authority.js';
import { jurisdictionsOf } from '../jurisdictions.js';
import type { RunCommand } from '../run-command.js';

interface Options {
  readonly authority?: string;
  readonly as: string;
  readonly jurisdiction: readonly string[];
}

export function importBankHolidaysCommand(calendar: Command, run: RunCommand): void {
  calendar
    .command('import <file>')
    .description('record the bank holidays of whole years: the JSON that GOV.UK publishes, or a CSV with the columns jurisdiction, date, name')
    .option('--authority <code>', 'whose')
    .option('--jurisdiction <name>', 'only england-and-wales, scotland or northern-ireland (again for more)', again, [])
    .action((file: string, options: Options) =>
      run(async ({ app, commands, queries, parts }, output) => {
        const stated = chosen(readBankHolidays(await textOf(file)), options.jurisdiction);
        const authority = await authorityOf(parts, options.authority);
        const around = { source: basename(file).slice(0, 300), today: dateIn(parts.clock.now()) };
        const found = whatIsNew(await queries.execute(new BankHolidaysQuery(authority, null)), stated, around);
        const contexts = app.get(CommandContexts, { strict: false });
        let position = (await parts.ledger.head(authority))!.position;
        for (const input of found.toRecord) {
          const context = await contexts.of({ commandId: `bank-holidays-${randomUUID()}`, actingAs: options.as }, authority, 'record-bank-holidays', input);
          ({ position } = await commands.execute(new RecordBankHolidaysCommand(context, input)));
        }
        await parts.engine.catchUp(authority);
        const told = (years: readonly StatedYears[]) => years.map(({ jurisdiction, from, through, holidays }) => ({ jurisdiction, from, through, holidays: holidays.length }));
        output.answer({ authority, position, recorded: told(found.toRecord), asRecorded: told(found.asRecorded) }, () => words(found, position));
      }),
    );
}

/** What the file says of those that are asked for; each of them must be in it. */
function chosen(stated: readonly StatedYears[], named: readonly string[]): readonly StatedYears[] {
  const asked = jurisdictionsOf(named);
  for (const one of named.length === 0 ? [] : asked) {
    if (!stated.some(({ jurisdiction }) => jurisdiction === one)) refuse('--jurisdiction', one, 'must be in the file', `It has ${stated.map(({ jurisdiction }) => jurisdiction).join(', ')}.`);
  }
  return stated.filter(({ jurisdiction }) => asked.includes(jurisdiction));
}

async function textOf(file: string): Promise<string> {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(await readFile(file));
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') return refuse('file', file, 'must exist', 'Mend the path of the file.', 'not found');
    if (code === 'EISDIR' || code === 'EACCES' || code === 'EPERM') return refuse('file', file, 'must be a file that may be read', 'Give the JSON or CSV file itself.');
    if (error instanceof TypeError) return refuse('file', file, 'must be saved in UTF-8', 'Save it as JSON, or as “CSV UTF-8 (comma delimited)”.');
    throw error;
  }
}

function words({ toRecord, asRecorded }: WhatIsNew, position: number): string {
  const line = ({ jurisdiction, from, through, holidays }: StatedYears, what: string) => `${jurisdiction}: ${holidays.length} bank holidays from ${from} to ${through}, ${what}.`;
  return [...toRecord.map((years) => line(years, 'recorded')), ...asRecorded.map((years) => line(years, 'recorded already')), `Entry ${position}.`].join('\n');
}
