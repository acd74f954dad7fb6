import type { RecordedEvent } from '#domain/kernel/event.js';
import type { Ledger } from '#engine/ledger/ledger.js';

type Reads = Pick<Ledger, 'read' | 'readStream'>;

/** How many batches are remembered. */
const REMEMBERED = 4;

/**
 * Reads of the ledger that several projections share: the same batch, asked for again while it is being read or just
 * after, is read once. What was read is never changed; only whether more has come since is, so a batch that ended at
 * the head is not remembered.
 */
export class SharedReads implements Reads {
  readonly #reads = new Map<string, Promise<readonly RecordedEvent[]>>();

  constructor(private readonly ledger: Reads) {}

  read(authority: string, after: number, limit: number): Promise<readonly RecordedEvent[]> {
    const key = `${authority}\u0000${after}\u0000${limit}`;
    const known = this.#reads.get(key);
    if (known !== undefined) return known;
    const reading = this.ledger.read(authority, after, limit);
    this.#reads.set(key, reading);
    const forget = (): void => void this.#reads.delete(key);
    reading.then((events) => {
      if (events.length < limit) forget();
    }, forget);
    for (const oldest of this.#reads.keys()) {
      if (this.#reads.size <= REMEMBERED) break;
      this.#reads.delete(oldest);
    }
    return reading;
  }

  readStream(
    authority: string,
    stream: string,
    afterVersion?: number,
    upTo?: number,
  ): Promise<readonly RecordedEvent[]> {
    return this.ledger.readStream(authority, stream, afterVersion, upTo);
  }
}
