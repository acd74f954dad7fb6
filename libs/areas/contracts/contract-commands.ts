import { Inject, Injectable } from '@nestjs/common';
import type { BankHolidayTables } from '#domain/authority/bank-holidays/bank-holidays.js';
import { CALENDAR_STREAM, calendarEvolution } from '#domain/authority/calendar.js';
import { POLICY_STREAM, policyEvolution } from '#domain/authority/policy.js';
import { consequencesOf } from '#domain/contract/consequences/consequences.js';
import { contractEvolution, contractStream } from '#domain/contract/contract.js';
import type { ContractState } from '#domain/contract/state.js';
import type { Clock } from '#domain/kernel/clock.js';
import { dateIn, type IsoDate } from '#domain/kernel/date.js';
import { fold } from '#domain/kernel/decider.js';
import type { NewEvent } from '#domain/kernel/event.js';
import { refuse } from '#domain/kernel/refusal.js';
import { type CommandAnswer, type CommandContext, CommandExecutor, type Decided } from '#engine/commands/executor.js';
import { CLOCK } from '#engine/clock/clock.token.js';
import type { Ledger } from '#engine/ledger/ledger.js';
import { LEDGER } from '#engine/ledger/ledger.token.js';
import { remindersDelivered } from './reminders-delivered.js';

/** What decisions about a contract may look at beside it. */
export interface Surroundings {
  /** The day that it is in London. */
  readonly today: string;
  readonly selfReviewAllowed: boolean;
}

/** What decisions look at that count in working days. */
export interface CountingDays {
  /** The day that it is in London. */
  readonly today: string;
  readonly bankHolidays: BankHolidayTables;
}

/** The same for a command: what another stream holds is read when it is asked for, since most decisions ask for none. */
export interface WithinReach {
  readonly today: string;
  selfReviewAllowed(): Promise<boolean>;
  bankHolidays(): Promise<BankHolidayTables>;
}

export type DecideContract = (state: ContractState, around: WithinReach) => Decided | Promise<Decided>;

/**
 * Runs commands on contracts: finds the contract's stream, gathers what the decision looks at, and appends what is
 * decided together with what follows from it (the condition of a break clause that is met).
 */
@Injectable()
export class ContractCommands {
  constructor(
    @Inject(LEDGER) private readonly ledger: Ledger,
    private readonly executor: CommandExecutor,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  onContract(context: CommandContext, contract: string, decide: DecideContract): Promise<CommandAnswer> {
    return this.onStream(context, contractStream(contract), decide);
  }

  onCommitment(context: CommandContext, commitment: string, decide: DecideContract): Promise<CommandAnswer> {
    return this.onNamed(context, 'commitment', commitment, decide);
  }

  onDeliveryReport(context: CommandContext, report: string, decide: DecideContract): Promise<CommandAnswer> {
    return this.onNamed(context, 'delivery report', report, decide);
  }

  onBreakClause(context: CommandContext, clause: string, decide: DecideContract): Promise<CommandAnswer> {
    return this.onNamed(context, 'break clause', clause, decide);
  }

  private async onNamed(context: CommandContext, kind: string, reference: string, decide: DecideContract): Promise<CommandAnswer> {
    const stream =
      (await this.ledger.find(context.authority, kind, reference)) ??
      refuse(kind, reference, `must be a ${kind} of this authority`, 'Look the reference up, or make it first.', 'not found');
    return this.onStream(context, stream, decide);
  }

  private onStream(context: CommandContext, stream: string, decide: DecideContract): Promise<CommandAnswer> {
    const { authority } = context;
    const today = dateIn(this.clock.now());
    const selfReviewAllowed = async () => (await this.executor.stateOf(authority, POLICY_STREAM, policyEvolution)).selfReviewAllowed;
    const bankHolidays = async () => (await this.executor.stateOf(authority, CALENDAR_STREAM, calendarEvolution)).bankHolidays;
    return this.executor.execute(context, stream, contractEvolution, async (state) => {
      const decided = await decide(state, { today, selfReviewAllowed, bankHolidays });
      return { ...decided, events: [...decided.events, ...(await this.following(fold(contractEvolution, decided.events, state), today, bankHolidays))] };
    });
  }

  /** Most contracts have no break clause, and then the calendar is not asked for. */
  private async following(state: ContractState, today: IsoDate, bankHolidays: WithinReach['bankHolidays']): Promise<readonly NewEvent[]> {
    if (Object.keys(state.breakClauses).length === 0) return [];
    return consequencesOf(state, { today, bankHolidays: await bankHolidays(), remindersDelivered });
  }
}
