import { Inject, Injectable } from '@nestjs/common';
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
}

/** The same for a command: what another stream holds is read when it is asked for, since most decisions ask for none. */
export interface WithinReach {
  readonly today: string;
  selfReviewAllowed(): Promise<boolean>;
}

export type DecideContract = (state: ContractState, around: WithinReach) => Decided | Promise<Decided>;

/** Runs commands on contracts: finds the contract's stream, gathers what the decision looks at, and appends. */
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

  private async onNamed(context: CommandContext, kind: string, reference: string, decide: DecideContract): Promise<CommandAnswer> {
    const stream =
      (await this.ledger.find(context.authority, kind, reference)) ??
      refuse(kind, reference, `must be a ${kind} of this authority`, 'Look the reference up, or make it first.', 'not found');
    return this.onStream(context, stream, decide);
  }

  private onStream(context: CommandContext, stream: string, decide: DecideContract): Promise<CommandAnswer> {
    const selfReviewAllowed = async () => (await this.executor.stateOf(context.authority, POLICY_STREAM, policyEvolution)).selfReviewAllowed;
    return this.executor.execute(context, stream, contractEvolution, (state) => decide(state, { today: dateIn(this.clock.now()), selfReviewAllowed }));
  }
}
