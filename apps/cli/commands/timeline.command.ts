import type { Command } from 'commander';
import { type ContractTimeline, ContractTimelineQuery, KINDS, recordedBy, textInLine, textsBehind, type ToldEvent } from '#areas/timeline/index.js';
import { dateIn, longDate } from '#domain/kernel/date.js';
import { authorityOf } from '../authority.js';
import { oneOf } from '../one-of.js';
import type { RunCommand } from '../run-command.js';

interface Options {
  readonly authority?: string;
  readonly about?: string;
  readonly kind?: string;
  readonly knownAt?: string;
}

export function timelineCommand(program: Command, run: RunCommand): void {
  program
    .command('timeline <contract>')
    .description('everything that happened to a contract, in words: who, when, and what was written about it')
    .option('--authority <code>', 'whose')
    .option('--about <reference>', 'only what names this commitment, delivery report, break clause, or case of one (B1/1)')
    .option('--kind <kind>', `only of this kind: ${KINDS.join(', ')}`)
    .option('--known-at <moment>', 'as known then: a position, a day or an instant')
    .action((contract: string, { authority: named, about, kind, knownAt }: Options) =>
      run(async ({ parts, queries }, output) => {
        const asked = { about, kind: kind === undefined ? undefined : oneOf('--kind', kind, KINDS), knownAt };
        const authority = await authorityOf(parts, named);
        const timeline = await queries.execute(new ContractTimelineQuery(authority, contract, asked));
        const { position, recordedAt, title, items } = timeline;
        output.answer({ authority, contract, title, position, recordedAt, items }, () => words(contract, timeline));
      }),
    );
}

function words(contract: string, { title, position, found, items }: ContractTimeline): string {
  const what = title === null ? contract : `${contract} ${title}`;
  return [`${what}, as known at entry ${position}: ${found === 1 ? 'one entry' : `${found.toLocaleString('en-GB')} entries`}.`, ...items.map(entryInWords)].join('\n');
}

/** An entry in words: when, by whom, what happened, and what was written about it. */
export function entryInWords(told: ToldEvent): string {
  const { position, businessDate, recordedAt, sentence } = told;
  const recorded = dateIn(recordedAt);
  const when = recorded === businessDate ? longDate(businessDate) : `${longDate(businessDate)}, recorded ${longDate(recorded)}`;
  return [`\n${position}  ${when}, by ${recordedBy(told)}`, sentence, ...textsBehind(told).map(textInLine)].join('\n   ');
}
