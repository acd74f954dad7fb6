import { createHash, randomUUID } from 'node:crypto';

import { z } from 'zod';

import { catalogue, defineEvent } from '#domain/kernel/event.js';
import type { Ledger } from '#engine/ledger/ledger.js';
import { MemoryLedger } from '#engine/ledger/memory-ledger.js';

/** The events that the toy projection folds. */
export const toyCatalogue = catalogue(
  defineEvent('Counted', z.strictObject({ by: z.number(), note: z.string() })),
  defineEvent('Cleared', z.strictObject({})),
  defineEvent('RateSet', z.strictObject({ rate: z.number() })),
);

/** A fact for a stream of a toy ledger. */
export interface ToyFact {
  readonly stream: string;
  readonly type: string;
  readonly payload: object;
}

export const counted = (counter: string, by: number, note = 'fine'): ToyFact => ({
  stream: `counter:${counter}`,
  type: 'Counted',
  payload: { by, note },
});
export const cleared = (counter: string): ToyFact => ({ stream: `counter:${counter}`, type: 'Cleared', payload: {} });
export const rateSet = (rate: number): ToyFact => ({ stream: 'rate', type: 'RateSet', payload: { rate } });

/** A ledger, in memory unless given, that a test writes facts to in one line. */
export class ToyLedger {
  /** Whether listeners are told; they are not of what another process appends. */
  tell = true;
  readonly ledger: Ledger;
  readonly #versions = new Map<string, Map<string, number>>();
  #last: Promise<unknown> = Promise.resolve();

  constructor(ledger: Ledger = new MemoryLedger({ catalogue: toyCatalogue })) {
    this.ledger = ledger;
    const onAppended = ledger.onAppended.bind(ledger);
    ledger.onAppended = (listener) =>
      onAppended((authority, position) => {
        if (this.tell) listener(authority, position);
      });
  }

  /** Writes facts in this order, and answers the position of the last. */
  append(authority: string, ...facts: readonly ToyFact[]): Promise<number> {
    return this.appendAll(authority, facts);
  }

  appendAll(authority: string, facts: readonly ToyFact[]): Promise<number> {
    const writing = this.#last.then(() => this.#write(authority, facts));
    this.#last = writing.catch(() => undefined);
    return writing;
  }

  /** Writes what one authority's ledger holds into another's. */
  async copy(from: string, to: string): Promise<void> {
    await this.appendAll(to, await this.ledger.read(from, 0, 1_000_000));
  }

  async #write(authority: string, facts: readonly ToyFact[]): Promise<number> {
    await this.ledger.open(authority, authority);
    const versions = this.#versions.get(authority) ?? new Map<string, number>();
    this.#versions.set(authority, versions);
    const expectedVersions = new Map(facts.map(({ stream }) => [stream, versions.get(stream) ?? 0]));
    for (const { stream } of facts) versions.set(stream, (versions.get(stream) ?? 0) + 1);
    const written = await this.ledger.import({
      authority,
      commandId: randomUUID(),
      requestHash: createHash('sha256').update('facts').digest('hex'),
      actor: 'somebody',
      expectedVersions,
      events: facts.map(({ stream, type, payload }) => ({ stream, event: { type, payload, businessDate: '2026-01-01' } })),
      references: [],
    });
    if (written.outcome !== 'appended') throw new Error(`The facts were not written: ${written.outcome}.`);
    return written.position;
  }
}
