import { UNIT_PENCE } from './commands-at-random.js';
import { type Answer, isAcknowledged, type Logged, type Sent } from './sent-log.js';

/** An answer of totals by theme and contract, as far as it is looked at here. */
export interface TotalsAnswered {
  readonly position: number;
  readonly rows: readonly { readonly key: { readonly contract: string }; readonly pence: { readonly reported: number | null } }[];
}

/** What delivery reports claimed that were sent one by one to an authority, in pence, and how far it has acknowledged. */
export class Claimed {
  /** Of all that were sent. */
  sent = 0;
  /** Of those that were acknowledged. */
  acknowledged = 0;
  /** The last entry that was acknowledged. */
  position = 0;
  private readonly seen = { sent: new Set<string>(), acknowledged: new Set<string>() };

  constructor(
    private readonly authority: string,
    earlier: readonly Logged[],
  ) {
    for (const { answers, ...sent } of earlier) {
      this.noteSent(sent);
      for (const answer of answers) this.noteAnswered(sent, answer);
    }
  }

  noteSent(sent: Sent): void {
    if (this.seen.sent.has(sent.key)) return;
    this.seen.sent.add(sent.key);
    this.sent += this.penceOf(sent);
  }

  noteAnswered(sent: Sent, answer: Answer): void {
    if (sent.authority !== this.authority || !isAcknowledged({ ...sent, answers: [answer] })) return;
    this.position = Math.max(this.position, (answer.body as { position?: number }).position ?? 0);
    if (this.seen.acknowledged.has(sent.key)) return;
    this.seen.acknowledged.add(sent.key);
    this.acknowledged += this.penceOf(sent);
  }

  /**
   * What is wrong with totals that were asked for as of what had been acknowledged then: they may know what was sent and
   * has not been answered yet, but no less than what was acknowledged.
   */
  wrongIn(totals: TotalsAnswered, asked: { readonly position: number; readonly acknowledged: number }): readonly string[] {
    // a contract of a workbook has the workbook's name
    const reported = totals.rows.filter(({ key }) => /^C\d+$/.test(key.contract)).reduce((sum, { pence }) => sum + (pence.reported ?? 0), 0);
    return [
      ...(totals.position < asked.position ? [`totals were asked for as of ${asked.position}, and answered as of ${totals.position}`] : []),
      ...(reported < asked.acknowledged ? [`totals as of ${totals.position} know ${reported} pence reported, of ${asked.acknowledged} acknowledged`] : []),
      ...(reported > this.sent ? [`totals as of ${totals.position} know ${reported} pence reported, of ${this.sent} sent`] : []),
    ];
  }

  private penceOf({ authority, path, body }: Sent): number {
    return authority === this.authority && path.endsWith('/delivery-reports') ? Number((body as { quantity: string }).quantity) * UNIT_PENCE : 0;
  }
}
