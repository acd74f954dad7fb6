import { setTimeout as pause } from 'node:timers/promises';
import type { Random } from '../../support/generate-events/random.js';
import type { CommandsAtRandom } from './commands-at-random.js';
import { sized } from '../scenario.js';
import { Claimed, type TotalsAnswered } from './claimed.js';
import { Sender } from './sender.js';
import { type Answer, isAcknowledged, type Logged, type Sent, type SentLog } from './sent-log.js';

/** What may be answered at any time: somebody was first, or there is too much to do. The sender sends again. */
const PASSING: ReadonlySet<number> = new Set([409, 503]);
/** And what only while a server or its database dies. */
const DYING: ReadonlySet<number> = new Set([500]);

/**
 * So many imports wait at a blow at most. Where the database comes to itself slowly they were dozens, which made the small
 * size as large as chance would have it: everything that was cut is sent again, verified and reconciled.
 */
const QUEUED = sized({ small: 6, full: Infinity });

/** Senders, one who imports, and one who asks for totals, all at once. */
export class Load {
  /** What was answered that never should have been. */
  readonly wrong: string[] = [];
  acknowledged = 0;
  asked = 0;
  /** Answers that were passed over, before the blow fell. */
  passedOver = 0;
  private readonly claimed: Claimed;
  private readonly unreviewed: string[] = [];
  private readonly sender: Sender;
  private readonly working: Promise<unknown>;
  /** Imports that were answered before they had ended. */
  private queued = 0;
  private stopped = false;
  private falling = false;

  constructor(
    private readonly url: string,
    log: SentLog,
    private readonly commands: CommandsAtRandom,
    chanceOf: (part: number) => Random,
    senders: number,
  ) {
    this.sender = new Sender(url, log);
    this.claimed = new Claimed(commands.authority, log.read());
    const each = Array.from({ length: senders }, (_, part) => this.keepSending(chanceOf(part)));
    this.working = Promise.all([...each, this.keepImporting(chanceOf(senders)), this.keepAsking()]);
  }

  /** Resolves once so many more are acknowledged. */
  async more(acknowledged: number): Promise<void> {
    const wanted = this.acknowledged + acknowledged;
    while (this.acknowledged < wanted && this.wrong.length === 0) {
      if (this.stopped) throw new Error('Nobody answers any more.');
      await pause(2);
    }
  }

  /** Says that the blow may fall from now on. */
  blowFalls(): void {
    this.falling = true;
  }

  /** Ends; resolves when everything in the air has been answered, or never will be. */
  async stop(): Promise<void> {
    this.stopped = true;
    await this.working;
  }

  private async keepSending(random: Random): Promise<void> {
    const earlier: Logged[] = [];
    while (!this.stopped) {
      const again = earlier.length > 0 && random.chance(0.05) ? random.pick(earlier) : undefined;
      if (!again) await this.contractIfDue();
      const sent = again ?? this.next(random);
      const answer = await this.send(sent);
      if (!answer) continue;
      if (again) this.sameAgain(again, answer);
      else earlier.push({ ...sent, answers: [answer] });
      if (!again && sent.leaves[0]?.startsWith('DeliveryReported ')) this.unreviewed.push(sent.leaves[0].slice('DeliveryReported '.length));
      if (random.chance(0.2)) await pause(random.between(1, 20));
    }
  }

  private async keepImporting(random: Random): Promise<void> {
    while (!this.stopped && this.queued < QUEUED) {
      await this.send(this.commands.import(random.chance(0.3)));
      await pause(random.between(1, 200));
    }
  }

  /** Totals are asked for all the time, each time as of what was acknowledged last. */
  private async keepAsking(): Promise<void> {
    while (!this.stopped) {
      const { position, acknowledged } = this.claimed;
      const answered = await fetch(`${this.url}/api/authorities/${this.commands.authority}/totals?by=theme,contract&atLeast=${position}`)
        .then(async (response) => ({ status: response.status, text: await response.text() }))
        .catch(() => undefined);
      if (answered?.status === 200) {
        this.asked += 1;
        this.wrong.push(...this.claimed.wrongIn(JSON.parse(answered.text) as TotalsAnswered, { position, acknowledged }));
      } else if (answered && !this.passes(answered.status)) this.wrong.push(`totals: ${answered.status} ${answered.text}`);
      await pause(20);
    }
  }

  private async contractIfDue(): Promise<void> {
    const due = this.commands.contractIfDue();
    for (const sent of due?.sent ?? []) if (!(await this.send(sent))) return;
    due?.stands();
  }

  private next(random: Random): Sent {
    if (random.chance(0.1)) return this.commands.provider();
    const report = random.chance(0.45) ? this.unreviewed.shift() : undefined;
    return report === undefined ? this.commands.report(random) : this.commands.review(report);
  }

  private async send(sent: Sent): Promise<Answer | undefined> {
    this.claimed.noteSent(sent);
    const answer = await this.sender.send(sent);
    // whoever finds nobody there waits for the next start
    if (!answer) this.stopped = true;
    if (answer && isAcknowledged({ ...sent, answers: [answer] })) {
      this.acknowledged += 1;
      this.claimed.noteAnswered(sent, answer);
      return answer;
    }
    if (answer && sent.kind === 'import' && answer.status === 202) this.queued += 1;
    else if (answer && !this.passes(answer.status)) {
      this.wrong.push(`${sent.key}: ${answer.status} ${JSON.stringify(answer.body)}`);
    }
    if (!this.stopped) await pause(200);
    return undefined;
  }

  private passes(status: number): boolean {
    if (!PASSING.has(status)) return this.falling && DYING.has(status);
    if (!this.falling) this.passedOver += 1;
    return true;
  }

  private sameAgain({ key, answers: [first] }: Logged, again: Answer): void {
    const [before, now] = [first, again].map((answer) => JSON.stringify(answer!.body));
    if (before !== now) this.wrong.push(`${key} was answered ${before}, and then ${now}`);
  }
}
