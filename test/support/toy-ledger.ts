import type { RecordedEvent } from '#domain/kernel/event.js';
import type { Ledger } from '#engine/ledger/ledger.js';

/** A fact for a stream of the toy ledger. */
export interface ToyFact {
  readonly stream: string;
  readonly type: 'Counted' | 'Cleared' | 'RateSet';
  readonly payload: object;
}

export const counted = (counter: string, by: number, note = 'fine'): ToyFact => ({
  stream: `counter:${counter}`,
  type: 'Counted',
  payload: { by, note },
});
export const cleared = (counter: string): ToyFact => ({ stream: `counter:${counter}`, type: 'Cleared', payload: {} });
export const rateSet = (rate: number): ToyFact => ({ stream: 'rate', type: 'RateSet', payload: { rate } });

export class ToyLedger {
  readonly #events = new Map<string, RecordedEvent[]>();
  readonly #versions = new Map<string, number>();
  readonly #listeners = new Set<(authority: string, position: number) => void>();

  /** Whether listeners are told; not so in another process. */
  tell = true;

  async append(authority: string, ...facts: readonly ToyFact[]): Promise<number> {
    const events = this.#events.get(authority) ?? [];
    this.#events.set(authority, events);
    for (const { stream, type, payload } of facts) {
      const version = (this.#versions.get(`${authority} ${stream}`) ?? 0) + 1;
      this.#versions.set(`${authority} ${stream}`, version);
      events.push({
        authority, position: events.length + 1, stream, version, type, payload, eventId: '', schemaVersion: 1,
        recordedAt: '2026-01-01T00:00:00.000Z', businessDate: '2026-01-01', actor: 'someone',
      });
    }
    if (this.tell) for (const listener of this.#listeners) listener(authority, events.length);
    return events.length;
  }

  copy(from: string, to: string): void {
    for (const event of this.#events.get(from) ?? []) {
      void this.append(to, event as unknown as ToyFact);
    }
  }

  readonly ledger = {
    read: async (authority: string, after: number, limit: number) =>
      (this.#events.get(authority) ?? []).slice(after, after + limit),
    readStream: async (authority: string, stream: string, afterVersion = 0, upTo = Number.POSITIVE_INFINITY) =>
      (this.#events.get(authority) ?? []).filter(
        (event) => event.stream === stream && event.version > afterVersion && event.position <= upTo,
      ),
    heads: async () =>
      [...this.#events].map(([authority, events]) => ({ authority, name: authority, position: events.length, recordedAt: null })),
    onAppended: (listener: (authority: string, position: number) => void) => {
      this.#listeners.add(listener);
      return () => this.#listeners.delete(listener);
    },
  } as unknown as Ledger;
}
