import { createHash } from 'node:crypto';
import * as breakClauses from '#areas/break-clauses/index.js';
import { ContractCommands, type CountingDays } from '#areas/contracts/index.js';
import { decideSetMissedReturnAside, MarkMissedReturnsCommand, MarkMissedReturnsHandler, setMissedReturnAside } from '#areas/returns/index.js';
import type { Clock } from '#domain/kernel/clock.js';
import { dateIn } from '#domain/kernel/date.js';
import { type CommandContext, CommandExecutor } from '#engine/commands/executor.js';
import type { Ledger } from '#engine/ledger/ledger.js';
import type { CountyAct } from './county-acts.js';

/** Records an act as its person would have: through the command that a page or the API gives. */
export async function recordAct(ledger: Ledger, clock: Clock, authority: string, actor: string, act: CountyAct): Promise<void> {
  const context = { authority, commandId: commandIdOf(act), requestHash: hashOf(act), actor };
  const contracts = new ContractCommands(ledger, new CommandExecutor(ledger), clock);
  const { does } = act;
  switch (does.command) {
    case 'mark missed returns':
      await new MarkMissedReturnsHandler(ledger, clock).execute(new MarkMissedReturnsCommand({ ...context }, { on: does.on }));
      return;
    case 'set missed return aside': {
      const { contract, from, to, reason } = does;
      const input = setMissedReturnAside.parse({ contract, from, to, reason });
      await contracts.onContract(context, contract, (state, around) => ({ events: decideSetMissedReturnAside(state, input, around) }));
      return;
    }
    default:
      await ofCase(contracts, context, clock, does);
  }
}

type OfCase = Exclude<CountyAct['does'], { readonly command: 'mark missed returns' | 'set missed return aside' }>;

async function ofCase(contracts: ContractCommands, context: CommandContext, clock: Clock, does: OfCase): Promise<void> {
  const { command, ...stated } = does;
  const today = dateIn(clock.now());
  await contracts.onBreakClause(context, does.clause, async (state, { bankHolidays }) => ({
    events: [...decided(state, command, stated, context.actor, { today, bankHolidays: await bankHolidays() })],
  }));
}

type State = Parameters<typeof breakClauses.decideConfirmCondition>[0];

function decided(state: State, command: OfCase['command'], stated: object, actor: string, around: CountingDays) {
  switch (command) {
    case 'confirm':
      return breakClauses.decideConfirmCondition(state, breakClauses.confirmCondition.parse({ ...stated, confirmedBy: actor }), around);
    case 'set aside':
      return breakClauses.decideSetConditionAside(state, breakClauses.setConditionAside.parse(stated), around);
    case 'serve notice':
      return breakClauses.decideServeNotice(state, breakClauses.serveNotice.parse(stated), around);
    case 'agree improvement plan':
      return breakClauses.decideAgreeImprovementPlan(state, breakClauses.agreeImprovementPlan.parse(stated), around);
    case 'put right':
      return breakClauses.decideRecordPutRight(state, breakClauses.recordPutRight.parse(stated), around);
    case 'waive':
      return breakClauses.decideWaiveBreach(state, breakClauses.waiveBreach.parse(stated), around);
    case 'apply remedy':
      return breakClauses.decideApplyRemedy(state, breakClauses.applyRemedy.parse(stated), around);
  }
}

/** What the ledger knows an act of the county by. */
export function commandIdOf({ id }: CountyAct): string {
  return `sample-county-act-${id}`;
}

function hashOf(act: CountyAct): string {
  return createHash('sha256').update(JSON.stringify(act.does)).digest('hex');
}
