import { Inject, Injectable } from '@nestjs/common';
import { CALENDAR_STREAM, calendarEvolution } from '#domain/authority/calendar.js';
import { POLICY_STREAM, policyEvolution } from '#domain/authority/policy.js';
import { contractEvolution, contractStream } from '#domain/contract/contract.js';
import type { ContractState } from '#domain/contract/state.js';
import type { Clock } from '#domain/kernel/clock.js';
import { dateIn } from '#domain/kernel/date.js';
import { refuse } from '#domain/kernel/refusal.js';
import { type CommandAnswer, type CommandContext, CommandExecutor, type Decided } from '#engine/commands/executor.js';
import { CLOCK } from '#engine/clock/clock.token.js';
import type { Ledger } from '#engine/ledger/ledger.js';
import { LEDGER } from '#engine/ledger/ledger.token.js';

/** What decisions about a contract may look at beside it. */
export interface Surroundings {
  /** The day that it is in London. */
  readonly today: string;
  readonly selfReviewAllowed: boolean;
  readonly closedThrough: string | null;
}

export type DecideContract = (state: ContractState, around: Surroundings) => Decided | Promise<Decided>;

/** Runs commands on contracts: finds the contract's stream, gathers what the decision looks at, and appends. */
@Injectable()
export class ContractCommands {
  constructor(
    @Inject(LEDGER) private readonly ledger: Ledger,
    private readonly executor: CommandExecutor,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  onContract(context: CommandContext, contract: string, decide: DecideContract): Promise<CommandAnswer> {
    return this.executor.execute(context, contractStream(contract), contractEvolution, async (state) =>
      decide(state, await this.surroundings(context.authority)),
    );
  }

  onCommitment(context: CommandContext, commitment: string, decide: DecideContract): Promise<CommandAnswer> {
    return this.onNamed(context, 'commitment', commitment, decide);
  }

  onDeliveryReport(context: CommandContext, report: string, decide: DecideContract): Promise<CommandAnswer> {
    return this.onNamed(context, 'delivery report', report, decide);
  }

  private async onNamed(context: CommandContext, kind: string, reference: string, decide: DecideContract): Promise<CommandAnswer> {
    const stream =
      (await this.ledger.find(context.authority, kind, reference)) ??
      refuse(kind, reference, `must be a ${kind} of this authority`, 'Look the reference up, or make it first.', 'not found');
    return this.executor.execute(context, stream, contractEvolution, async (state) => decide(state, await this.surroundings(context.authority)));
  }

  private async surroundings(authority: string): Promise<Surroundings> {
    const [policy, calendar] = await Promise.all([
      this.executor.stateOf(authority, POLICY_STREAM, policyEvolution),
      this.executor.stateOf(authority, CALENDAR_STREAM, calendarEvolution),
    ]);
    return { today: dateIn(this.clock.now()), selfReviewAllowed: policy.selfReviewAllowed, closedThrough: calendar.closedThrough };
  }
}
