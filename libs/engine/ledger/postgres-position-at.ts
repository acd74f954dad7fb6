import type { Database } from '#engine/database/database.js';
import { heldTooLong, isHeldLock } from './held-head.js';
import { Slots } from './slots.js';

export interface PositionAtSettings {
  /** Milliseconds after which a question that waits for a held head is given up. */
  readonly patience: number;
  /** Milliseconds after which a question that nobody answers counts as lost, and its connection with it. */
  readonly answerWithin: number;
}

/** Questions that wait for held heads at once, each on a connection: appends and other questions need theirs. */
const WAITING = 2;

/** Where ledgers ended at instants. An instant that has just passed is settled under the head’s lock. */
export class PositionsAt {
  private readonly places = new Slots(WAITING);

  constructor(
    private readonly database: Pick<Database, 'query'>,
    private readonly settings: PositionAtSettings,
  ) {}

  /** @throws {Refusal} (`conflict`) something else has kept the head locked for too long */
  async positionAt(authority: string, instant: string): Promise<number> {
    const until = performance.now() + this.settings.patience;
    try {
      return await this.ask(authority, instant, false);
    } catch (error) {
      if (!isHeldLock(error)) throw error;
    }
    for (;;) {
      const position = await this.places.use(() => this.unlessHeld(authority, instant, until));
      if (position !== undefined) return position;
    }
  }

  private async unlessHeld(authority: string, instant: string, until: number): Promise<number | undefined> {
    if (performance.now() > until) throw heldTooLong(authority);
    try {
      return await this.ask(authority, instant, true);
    } catch (error) {
      if (isHeldLock(error)) return undefined;
      throw error;
    }
  }

  private async ask(authority: string, instant: string, wait: boolean): Promise<number> {
    const statement = { name: 'ledger.position_at', text: 'select ledger.position_at($1, $2, $3) as position', query_timeout: this.settings.answerWithin };
    const [row] = await this.database.query<{ position: number }>(statement, [authority, instant, wait]);
    return row!.position;
  }
}
