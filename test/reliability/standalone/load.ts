import { setTimeout as pause } from 'node:timers/promises';
import type { Random } from '../../support/generate-events/random.js';
import type { CommandsAtRandom } from './commands-at-random.js';
import { Sender } from './sender.js';
import { type Answer, isAcknowledged, type Logged, type Sent, type SentLog } from './sent-log.js';

/** What may be answered while a server or its database dies: the sender sends again, or somebody was first. */
const PASSING = new Set([409, 500, 503]);

/** Senders, one who imports, and one who asks for totals, all at once. */
export class Load {
  /** What was answered that never should have been. */
  readonly wrong: string[] = [];
  acknowledged = 0;
  asked = 0;
  private readonly unreviewed: string[] = [];
  private readonly sender: Sender;
  private readonly working: Promise<unknown>;
  private stopped = false;

  constructor(
    private readonly url: string,
    log: SentLog,
    private readonly commands: CommandsAtRandom,
    chanceOf: (part: number) => Random,
    senders: number,
  ) {
    this.sender = new Sender(url, log);
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
    while (!this.stopped) {
      await this.send(this.commands.import(random.chance(0.3)));
      await pause(random.between(1, 200));
    }
  }

  /** Totals are asked for all the time, each time as of what was acknowledged last. */
  private async keepAsking(): Promise<void> {
    while (!this.stopped) {
      const answered = await fetch(`${this.url}/api/authorities/${this.commands.authority}/totals?by=theme,contract`)
        .then(async (response) => ({ status: response.status, text: await response.text() }))
        .catch(() => undefined);
      if (answered?.status === 200) this.asked += 1;
      else if (answered && !PASSING.has(answered.status)) this.wrong.push(`totals: ${answered.status} ${answered.text}`);
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
    const answer = await this.sender.send(sent);
    // whoever finds nobody there waits for the next start
    if (!answer) this.stopped = true;
    if (answer && isAcknowledged({ ...sent, answers: [answer] })) {
      this.acknowledged += 1;
      return answer;
    }
    if (answer && !PASSING.has(answer.status) && !(sent.kind === 'import' && answer.status === 202)) {
      this.wrong.push(`${sent.key}: ${answer.status} ${JSON.stringify(answer.body)}`);
    }
    if (!this.stopped) await pause(200);
    return undefined;
  }

  private sameAgain({ key, answers: [first] }: Logged, again: Answer): void {
    const [before, now] = [first, again].map((answer) => JSON.stringify(answer!.body));
    if (before !== now) this.wrong.push(`${key} was answered ${before}, and then ${now}`);
  }
}
