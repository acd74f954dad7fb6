import * as returns from '#areas/returns/index.js';
import { askForExtension, decideAskForExtension } from '#areas/returns/ask-for-extension/ask-for-extension.decision.js';
import { decideExtendDueDate, extendDueDate } from '#areas/returns/extend-due-date/extend-due-date.decision.js';
import { decideMissedReturns } from '#areas/returns/mark-missed-returns/mark-missed-returns.decision.js';
import { decideRefuseExtension, refuseExtension } from '#areas/returns/refuse-extension/refuse-extension.decision.js';
import { decideSetMissedReturnAside, setMissedReturnAside } from '#areas/returns/set-missed-return-aside/set-missed-return-aside.decision.js';
import { contractEvolution } from '#domain/contract/contract.js';
import { type OwedReturn, owedReturns } from '#domain/contract/reporting/owed-returns.js';
import { workingCalendar } from '#domain/contract/reporting/working-calendar.js';
import type { ContractState } from '#domain/contract/state.js';
import { addDays } from '#domain/kernel/date.js';
import { fold } from '#domain/kernel/decider.js';
import type { NewEvent } from '#domain/kernel/event.js';
import { financialYearOf, periodOfYear } from '#domain/kernel/financial-year.js';
import { latest } from './deliveries.js';
import type { ContractLife } from './life.js';
import type { Move } from './moves.js';

const contract = 'C1';
const reason = 'As agreed on the telephone';

/** What is decided about returns; undefined for a move about something else. */
export function returned(life: ContractLife, move: Move): readonly NewEvent[] | undefined {
  const { state, today, bankHolidays } = life;
  switch (move.do) {
    case 'look for missed returns':
      return decideMissedReturns(state, today, bankHolidays);
    case 'return':
      return submitted(state, latest(outstanding(life), move.owed), addDays(today, -move.daysAgo), today);
    case 'return all': {
      const facts: NewEvent[] = [];
      for (const one of outstanding(life)) facts.push(...submitted(fold(contractEvolution, facts, state), one, today, today));
      return facts;
    }
    case 'return in part': {
      const { provider, from, to } = latest(outstanding(life), move.owed);
      const until = addDays(from, 14);
      return submitted(state, move.half === 'first' ? { provider, from, to: until } : { provider, from: addDays(until, 1), to }, today, today);
    }
    case 'return for a year': {
      const { provider, to } = latest(outstanding(life), move.owed);
      return submitted(state, { provider, from: periodOfYear(financialYearOf(to)).from, to }, today, today);
    }
    case 'return again': {
      const one = latest(owed(life).filter(({ submitted }) => submitted), move.owed);
      return submitted(state, one, addDays(today, -move.daysAgo), today, { because: move.because, reason });
    }
    case 'ask for more time':
    case 'give more time': {
      const one = latest(outstanding(life), move.owed);
      const { provider, from, to, dueOn } = one;
      const command = { contract, provider, from, to, until: addDays(dueOn ?? today, move.days), reason };
      if (move.do === 'give more time') return decideExtendDueDate(state, extendDueDate.parse(command), life);
      return decideAskForExtension(state, askForExtension.parse(command), life);
    }
    case 'answer about more time': {
      const { provider, from, to, extension } = latest(owed(life).filter((one) => one.extension?.standing === 'asked'), 0);
      const which = { contract, provider, from, to, reason };
      if (!move.granted) return decideRefuseExtension(state, refuseExtension.parse(which), life);
      const { until } = extension as { readonly until: string };
      return decideExtendDueDate(state, extendDueDate.parse({ ...which, until }), life);
    }
    case 'set missed return aside': {
      const { provider, from, to } = latest(owed(life).filter(({ missed }) => missed), move.missed);
      return decideSetMissedReturnAside(state, setMissedReturnAside.parse({ contract, provider, from, to, reason }), life);
    }
    default:
      return undefined;
  }
}

function submitted(
  state: ContractState,
  { provider, from, to }: Pick<OwedReturn, 'provider' | 'from' | 'to'>,
  submittedOn: string,
  today: string,
  change: { readonly because: string; readonly reason: string } | null = null,
): readonly NewEvent[] {
  const command = { provider, from, to, submittedOn, submittedBy: 'person-provider', change };
  return returns.decideSubmitReturn(state, contract, returns.submitReturn.parse(command), { today, unusualFigures: 'pass' });
}

function owed({ state, bankHolidays }: ContractLife): readonly OwedReturn[] {
  return owedReturns(state, workingCalendar(state, bankHolidays));
}

/** Those of periods that are over, and which have not come. */
function outstanding(life: ContractLife): readonly OwedReturn[] {
  return owed(life).filter(({ to, submitted }) => to < life.today && !submitted);
}
