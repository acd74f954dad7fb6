import type { Command } from 'commander';
import type { IsoDate } from '#domain/kernel/date.js';
import { momentOf as settledMoment } from '#engine/ledger/moment.js';
import type { Parts } from '../assembly/parts.js';
import { dayOf } from './commands/totals.command.js';

/** As of when a register is asked for. */
export interface AsOf {
  readonly knownAt?: string;
  readonly on?: string;
}

/** Adds the options by which a register is asked for as of a moment. */
export function withMoment(command: Command): Command {
  return command
    .option('--known-at <moment>', 'as known then: a position, a day or an instant')
    .option('--on <date>', 'the day on which it is judged what is due, overdue or running; left out, that of --known-at, or today');
}

export function momentOf({ knownAt, on }: AsOf): { readonly knownAt: string | undefined; readonly on: string | undefined } {
  return { knownAt, on: dayOf('--on', on) };
}

/** The same with the day settled on which it is judged: the one that was named, else that of `--known-at`, else today. */
export async function judgedMomentOf({ ledger, clock }: Pick<Parts, 'ledger' | 'clock'>, authority: string, options: AsOf): Promise<{ readonly knownAt: string | undefined; readonly on: IsoDate }> {
  const { knownAt, on } = momentOf(options);
  return { knownAt, on: on ?? (await settledMoment(ledger, clock, authority, knownAt)).day };
}
