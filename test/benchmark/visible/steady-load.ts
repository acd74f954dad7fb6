import { randomUUID } from 'node:crypto';
import type { NewEvent } from '#domain/kernel/event.js';
import type { Ledger } from '#engine/ledger/ledger.js';
import { deliveryReported, deliveryValidated } from '../../support/facts.js';
import { dayIn } from '../http/contracts-in-work.js';

const EVERY_MS = 5;

/** An append of the load: when it was asked for, when it was answered, and where it stands. */
export interface Sent {
  readonly position: number;
  readonly askedAt: number;
  readonly answeredAt: number;
}

/** People who report and review on the contracts of one authority, so many a second, whatever the answers take. */
export class SteadyLoad {
  private readonly versions: number[];
  private next = 0;

  constructor(
    private readonly ledger: Ledger,
    private readonly authority: string,
    contracts: number,
    length: number,
  ) {
    this.versions = new Array<number>(contracts).fill(length);
  }

  /** Appends that were answered so far. */
  get appended(): number {
    return this.next;
  }

  /** Sends at this rate for so long, and answers when everything sent is answered. */
  async run(rate: number, milliseconds: number, each: (sent: Sent) => void = () => undefined): Promise<readonly Sent[]> {
    const sent: Promise<Sent>[] = [];
    const began = performance.now();
    await new Promise<void>((resolve) => {
      const timer = setInterval(() => {
        const elapsed = Math.min(performance.now() - began, milliseconds);
        while (sent.length < Math.floor((elapsed * rate) / 1_000)) {
          const one = this.append();
          void one.then(each, () => undefined);
          sent.push(one);
        }
        if (elapsed < milliseconds) return;
        clearInterval(timer);
        resolve();
      }, EVERY_MS);
    });
    return Promise.all(sent);
  }

  private async append(): Promise<Sent> {
    const place = this.next++;
    const contract = place % this.versions.length;
    const expectedVersion = this.versions[contract]!++;
    const event = this.eventFor(contract, expectedVersion);
    const askedAt = performance.now();
    const outcome = await this.ledger.append({
      authority: this.authority,
      commandId: randomUUID(),
      requestHash: 'a'.repeat(64),
      actor: 'person-1',
      writes: [{ stream: `contract:C${contract}`, expectedVersion, events: [event] }],
    });
    if (outcome.outcome !== 'appended') throw new Error(JSON.stringify(outcome));
    return { position: outcome.position, askedAt, answeredAt: performance.now() };
  }

  /** A report, and the next time its review. */
  private eventFor(contract: number, version: number): NewEvent {
    const report = `L${contract}-${version - (version % 2)}`;
    const commitment = `K${contract}-${(version >> 1) % 5}`;
    const day = dayIn(version >> 1);
    return version % 2 === 0
      ? deliveryReported({ report, commitment, from: day, to: day, item: true, quantity: '7.5' })
      : deliveryValidated({ report, commitment, accepted: '7', part: true });
  }
}
