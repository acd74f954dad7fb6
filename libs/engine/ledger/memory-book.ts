import type { EncodedEvent } from './event-codec.js';
import type { Placement, Reference } from './ledger.js';
import type { SaltedText, StoredEvent } from './stored-event.js';

/** An entry as it lies in memory. */
export type MemoryEntry = StoredEvent & { readonly hash: Buffer };

export interface MemoryCommand {
  readonly requestHash: Buffer;
  readonly first: number;
  readonly position: number;
  readonly recordedAt: string;
  /** Canonical JSON. */
  readonly answer: string;
  readonly hashes: readonly Buffer[];
}

/** What a group or a batch comes to, once nothing speaks against it. */
export interface Entered {
  readonly commandId: string;
  readonly requestHash: Buffer;
  readonly answer: string;
  readonly events: readonly EncodedEvent[];
  readonly references: readonly Reference[];
  readonly texts: readonly SaltedText[];
}

/** One authority's ledger in memory. */
export class MemoryBook {
  readonly entries: MemoryEntry[] = [];
  readonly streams = new Map<string, MemoryEntry[]>();
  readonly commands = new Map<string, MemoryCommand>();
  readonly references = new Map<string, string>();
  readonly texts = new Map<string, SaltedText>();

  constructor(
    readonly authority: string,
    readonly name: string,
  ) {}

  get last(): MemoryEntry | undefined {
    return this.entries.at(-1);
  }

  version(stream: string): number {
    return this.streams.get(stream)?.length ?? 0;
  }

  holder(kind: string, reference: string): string | undefined {
    return this.references.get(`${kind}\0${reference}`);
  }

  /** Writes what has been checked. Moments never run backwards. */
  enter(entered: Entered, now: string): Placement {
    const recordedAt = this.last && this.last.recordedAt > now ? this.last.recordedAt : now;
    const first = this.entries.length + 1;
    for (const event of entered.events) {
      const entry = { ...event, position: this.entries.length + 1, recordedAt };
      this.entries.push(entry);
      const stream = this.streams.get(event.stream);
      if (stream) stream.push(entry);
      else this.streams.set(event.stream, [entry]);
    }
    for (const { kind, reference, stream } of entered.references) this.references.set(`${kind}\0${reference}`, stream);
    for (const text of entered.texts) this.texts.set(text.digest.toString('hex'), text);
    const { commandId, requestHash, answer } = entered;
    const hashes = entered.events.map(({ hash }) => hash);
    this.commands.set(commandId, { requestHash, first, position: this.entries.length, recordedAt, answer, hashes });
    return this.placement(this.commands.get(commandId)!);
  }

  /** Where a command's entries stand. */
  placement({ first, position, recordedAt, answer }: MemoryCommand): Placement {
    const versions: Record<string, number> = {};
    for (const { stream, version } of this.entries.slice(first - 1, position)) versions[stream] = version;
    return { first, position, recordedAt, versions, answer: JSON.parse(answer) as object };
  }
}

/** All ledgers in memory, by authority; several `MemoryLedger`s may share them. */
export class MemoryBooks extends Map<string, MemoryBook> {}
