import { setTimeout as pause } from 'node:timers/promises';
import type { Ledger, LedgerProblem } from '#engine/ledger/ledger.js';
import type { Random } from '../../../support/generate-events/random.js';

/** Verifies ledgers while others write to them; of a sound record it must never say anything. */
export class Auditor {
  readonly problems: LedgerProblem[] = [];
  audits = 0;

  constructor(
    private readonly ledger: Ledger,
    private readonly authorities: readonly string[],
    private readonly random: Random,
  ) {}

  async audit(over: () => boolean): Promise<void> {
    while (!over()) {
      const { problems } = await this.ledger.verify(this.random.pick(this.authorities));
      this.problems.push(...problems);
      this.audits++;
      await pause(this.random.between(100, 1_000));
    }
  }
}
