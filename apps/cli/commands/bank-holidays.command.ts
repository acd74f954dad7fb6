import type { Command } from 'commander';
import { type KnownBankHolidays, KnownBankHolidaysQuery } from '#areas/calendar/index.js';
import { again } from '../again.js';
import { authorityOf } from '../authority.js';
import { jurisdictionsOf } from '../jurisdictions.js';
import type { RunCommand } from '../run-command.js';
import { table } from '../table.js';
import { importBankHolidaysCommand } from './import-bank-holidays.command.js';

interface Options {
  readonly authority?: string;
  readonly jurisdiction: readonly string[];
}

export function bankHolidaysCommand(program: Command, run: RunCommand): void {
  const calendar = program.command('bank-holidays').description('the bank holidays that working days are counted with');
  importBankHolidaysCommand(calendar, run);
  calendar
    .command('list', { isDefault: true })
    .description('until when the bank holidays are known (what “svl bank-holidays” does by itself)')
    .option('--authority <code>', 'whose')
    .option('--jurisdiction <name>', 'england-and-wales, scotland or northern-ireland (again for more); left out, all', again, [])
    .action((options: Options) =>
      run(async ({ parts, queries }, output) => {
        const asked: readonly string[] = jurisdictionsOf(options.jurisdiction);
        const authority = await authorityOf(parts, options.authority);
        const known = (await queries.execute(new KnownBankHolidaysQuery(authority))).filter(({ jurisdiction }) => asked.includes(jurisdiction));
        output.answer({ authority, jurisdictions: known }, () => words(known));
        for (const one of known.filter(({ endsSoon }) => endsSoon)) output.say(warning(one));
      }),
    );
}

function words(known: readonly KnownBankHolidays[]): string {
  const rows = known.map(({ jurisdiction, from, through, holidays, contracts, daysBeyond }) => [jurisdiction, from, through, ...[holidays, contracts, daysBeyond].map((number) => number.toLocaleString('en-GB'))]);
  return table(['Jurisdiction', 'Known from', 'Known to', 'Bank holidays', 'Contracts that use it', 'Due days beyond it'], rows, 3);
}

function warning({ jurisdiction, through, daysBeyond }: KnownBankHolidays): string {
  const beyond = daysBeyond === 0 ? '' : `, and ${daysBeyond === 1 ? 'one day on which something is due lies' : `${daysBeyond.toLocaleString('en-GB')} days on which something is due lie`} beyond: they may move`;
  return `The bank holidays of ${jurisdiction} are known to ${through}${beyond}. Import a later table: svl bank-holidays import FILE.`;
}
