import { Command } from 'commander';
import { atRiskCommand } from './commands/at-risk.command.js';
import { bankHolidaysCommand } from './commands/bank-holidays.command.js';
import { breakClausesCommand } from './commands/break-clauses.command.js';
import { diffCommand } from './commands/diff.command.js';
import { generateCommand } from './commands/generate.command.js';
import { importCommand } from './commands/import.command.js';
import { keptCommand } from './commands/kept.command.js';
import { markMissedCommand } from './commands/mark-missed.command.js';
import { measuresCommand } from './commands/measures.command.js';
import { obligationsCommand } from './commands/obligations.command.js';
import { rebuildCommand } from './commands/rebuild.command.js';
import { returnsCommand } from './commands/returns.command.js';
import { templateCommand } from './commands/template.command.js';
import { timelineCommand } from './commands/timeline.command.js';
import { totalsCommand } from './commands/totals.command.js';
import { traceCommand } from './commands/trace.command.js';
import { verifyCommand } from './commands/verify.command.js';
import type { RunCommand } from './run-command.js';
import type { Streams } from './streams.js';

const COMMANDS = [
  importCommand,
  templateCommand,
  measuresCommand,
  bankHolidaysCommand,
  totalsCommand,
  keptCommand,
  traceCommand,
  diffCommand,
  obligationsCommand,
  returnsCommand,
  markMissedCommand,
  breakClausesCommand,
  atRiskCommand,
  timelineCommand,
  verifyCommand,
  rebuildCommand,
  generateCommand,
];

/** How commands are run, once it is known whether JSON is asked for. */
export interface Running {
  readonly inSession: (work: Parameters<RunCommand>[0]) => Promise<void>;
  readonly withoutSession: RunCommand['withoutSession'];
}

/** The command line: `svl COMMAND`. */
export function programOf({ out, err }: Streams, running: (json: boolean) => Running): Command {
  const program = new Command('svl')
    .description('Social Value Ledger: what providers promised a public authority, and what arrived')
    .configureOutput({ writeOut: (text) => void out.write(text), writeErr: (text) => void err.write(text) })
    .exitOverride()
    .showHelpAfterError('(svl COMMAND --help says more)');
  const run: RunCommand = Object.assign((work: Parameters<RunCommand>[0]) => running(jsonAsked(program)).inSession(work), {
    withoutSession: (work: Parameters<RunCommand['withoutSession']>[0]) => running(jsonAsked(program)).withoutSession(work),
  });
  for (const command of COMMANDS) command(program, run);
  for (const command of commandsOf(program)) {
    command.option('--json', 'one JSON document on standard output').option('--as <person>', 'who acts', 'local operator').exitOverride();
  }
  return program;
}

/** Whether the command that is being run was given `--json`. */
function jsonAsked(program: Command): boolean {
  return commandsOf(program).some((command) => command.opts<{ json?: boolean }>().json === true);
}

/** Every command that can be run, those of `measures` and `bank-holidays` among them. */
function commandsOf(program: Command): readonly Command[] {
  return program.commands.flatMap((command) => (command.commands.length > 0 ? command.commands : [command]));
}
