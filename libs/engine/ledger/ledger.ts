import type { NewEvent, RecordedEvent } from '#domain/kernel/event.js';

/** A name that people chose (a contract's or a report's reference) and that nobody else in the authority may take. */
export interface Reference {
  /** `contract`, `commitment`, `delivery report` … */
  readonly kind: string;
  readonly reference: string;
  /** The stream that holds what it names. */
  readonly stream: string;
}

/** Events for the end of one stream, written only if the stream still is at `expectedVersion` (0: not begun). */
export interface Write {
  readonly stream: string;
  readonly expectedVersion: number;
  readonly events: readonly NewEvent[];
}

/** What one command writes: all of it or nothing. */
export interface AppendGroup {
  readonly authority: string;
  readonly commandId: string;
  /** SHA-256, hexadecimal, of the request in canonical form, with people as their opaque ids. */
  readonly requestHash: string;
  readonly actor: string;
  readonly writes: readonly Write[];
  readonly references?: readonly Reference[];
  /** What the command answers beside its positions; given back unchanged when it is repeated. */
  readonly answer?: object;
}

/** Where the events of a group stand in the ledger. */
export interface Placement {
  /** The positions of its first and last event. */
  readonly first: number;
  readonly position: number;
  readonly recordedAt: string;
  /** The version that each of its streams has reached. */
  readonly versions: Readonly<Record<string, number>>;
  readonly answer: object;
}

/** How a group ended. `repeated`: the same command with the same request was recorded before; this is its answer. */
export type AppendOutcome =
  | ({ readonly outcome: 'appended' } & Placement)
  | ({ readonly outcome: 'repeated' } & Placement)
  | { readonly outcome: 'another request' }
  | { readonly outcome: 'version conflict'; readonly stream: string; readonly expected: number; readonly actual: number }
  | { readonly outcome: 'reference taken'; readonly kind: string; readonly reference: string; readonly stream: string }
  | { readonly outcome: 'unknown authority' };

/** Many events over many streams in one act: an import. Positions follow the order given. */
export interface ImportBatch {
  readonly authority: string;
  readonly commandId: string;
  readonly requestHash: string;
  readonly actor: string;
  /** The version that each stream was decided at; every stream of `events` is named. */
  readonly expectedVersions: ReadonlyMap<string, number>;
  /** In the order of the ledger; versions within each stream follow from the order. */
  readonly events: readonly { readonly stream: string; readonly event: NewEvent }[];
  readonly references: readonly Reference[];
  readonly answer?: object;
  /** Opens the ledger under this name, in the same act, where the authority has none yet. */
  readonly opensAs?: string | undefined;
  /** Rows of tables beside the ledger that must stand or fall with the import, written in its transaction. */
  readonly alongside?: (query: (text: string, values: readonly unknown[]) => Promise<unknown>) => Promise<void>;
  /** Called now and then with the number of events written so far. */
  readonly progress?: (written: number) => void;
}

export interface Head {
  readonly authority: string;
  readonly name: string;
  /** 0 for a ledger without an entry. */
  readonly position: number;
  readonly recordedAt: string | null;
}

/** A problem that `verify` found at a place in a ledger. */
export interface LedgerProblem {
  readonly position: number | null;
  readonly problem: string;
}

/** The result of recomputing every hash from `from` to `to`, and of comparing with what the commands' rows say. */
export interface LedgerVerification {
  readonly authority: string;
  readonly from: number;
  readonly to: number;
  readonly events: number;
  readonly problems: readonly LedgerProblem[];
  /** What this check cannot find, in words for the person who reads the result. */
  readonly notes: readonly string[];
}

/** Asks for entries stream by stream: at most `limit` of those up to a position, in streams that begin with `prefix`. */
export interface StreamsPage {
  readonly authority: string;
  /** `contract:`; in ASCII. */
  readonly prefix: string;
  /** The last entry of the page before; none for the first page. */
  readonly after?: { readonly stream: string; readonly version: number } | undefined;
  readonly upTo: number;
  readonly limit: number;
}

/** Asks for the entries after a position, up to another, that a reading stream by stream needs to know beforehand. */
export interface AsidePage {
  readonly authority: string;
  /** Entries of streams that begin so are left out, … */
  readonly prefix: string;
  /** … unless they are of one of these types. */
  readonly types: readonly string[];
  readonly after: number;
  readonly upTo: number;
}

/**
 * One append-only ledger per authority. Two adapters keep the same promises under the same conformance suite:
 * PostgreSQL and memory.
 */
export interface Ledger {
  /** Opens an authority's ledger; answers false, and changes nothing, if it is open already. */
  open(authority: string, name: string): Promise<boolean>;
  append(group: AppendGroup): Promise<AppendOutcome>;
  import(batch: ImportBatch): Promise<AppendOutcome>;
  /** What a command wrote, if it was recorded; looked up before deciding. */
  recorded(authority: string, commandId: string): Promise<({ readonly requestHash: string } & Placement) | undefined>;
  /** The ledger after a position, at most `limit` entries, in order. */
  read(authority: string, after: number, limit: number): Promise<readonly RecordedEvent[]>;
  /** A stream after a version, in order; `upTo` limits it to entries at or before that position. */
  readStream(authority: string, stream: string, afterVersion?: number, upTo?: number): Promise<readonly RecordedEvent[]>;
  /** Entries in the order of their streams' names (by code point) and, within each, of their versions. */
  readStreams(page: StreamsPage): Promise<readonly RecordedEvent[]>;
  /** Entries of a range, in order of position, without those of most streams. */
  readAside(page: AsidePage): Promise<readonly RecordedEvent[]>;
  /** Entries by their positions, in order of position. */
  readPositions(authority: string, positions: readonly number[]): Promise<readonly RecordedEvent[]>;
  heads(): Promise<readonly Head[]>;
  head(authority: string): Promise<Head | undefined>;
  /**
   * The last position recorded at or before an instant, taken while nothing can be appended, so that the answer for
   * an instant that has passed never changes.
   */
  positionAt(authority: string, instant: string): Promise<number>;
  /** The moment at which a position was recorded; null for position 0. */
  recordedAt(authority: string, position: number): Promise<string | null>;
  /** The stream that holds what a reference names. */
  find(authority: string, kind: string, reference: string): Promise<string | undefined>;
  /** The streams that hold what many references of a kind name, by reference; those not taken are left out. */
  findAll(authority: string, kind: string, references: readonly string[]): Promise<ReadonlyMap<string, string>>;
  /** The texts behind digests; a digest that is missing from the answer was erased. */
  texts(authority: string, digests: readonly string[]): Promise<ReadonlyMap<string, string>>;
  /** Deletes texts with their salts and records `group`, which says so, in one act. */
  erase(group: AppendGroup, digests: readonly string[]): Promise<AppendOutcome>;
  /**
   * Recomputes every hash, looks for gaps in positions and in the versions of streams, and compares with what the rows
   * of the commands say they wrote (which is how removed last entries are found). What only a signed checkpoint kept
   * elsewhere reveals, it says in its notes: a record rewritten consistently throughout.
   */
  verify(authority: string, progress?: (position: number, of: number) => void): Promise<LedgerVerification>;
  /** Called after this process appended to an authority (never inside the append's transaction). */
  onAppended(listener: (authority: string, position: number) => void): () => void;
}
