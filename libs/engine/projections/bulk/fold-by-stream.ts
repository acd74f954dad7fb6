import type { RecordedEvent } from '#domain/kernel/event.js';
import type { Ledger } from '#engine/ledger/ledger.js';
import type { AnyProjection } from '../projection.js';
import { RowChanges } from '../row-changes.js';
import type { StoredState } from '../store.js';
import { AuthorityWide } from './authority-wide.js';
import type { BulkStore } from './bulk-store.js';
import { OneStream } from './one-stream.js';

export interface FoldingByStream {
  readonly projection: AnyProjection;
  readonly ledger: Pick<Ledger, 'readStreams' | 'readAside'>;
  readonly bulk: BulkStore;
  /** Called with the number of events folded since the last call. */
  readonly folded: (events: number) => void;
  readonly signal?: AbortSignal | undefined;
}

/** Events read at once. */
const PAGE = 4_000;
/** Positions looked through at once for what the whole authority must know. */
const STRETCH = 100_000;
/** Rows written at once, at the end of the stream that made them more than these. */
const ROWS = 20_000;

/**
 * Folds one authority's ledger up to a position from the beginning, one stream after another, so that one stream's
 * state is in memory at a time however many there are; first, in the order of the ledger, what the streams must know
 * of one another. While rows are written the next are folded.
 * @throws {FoldFailure} an event cannot be folded
 */
export async function foldByStream(folding: FoldingByStream, authority: string, upTo: number): Promise<void> {
  const { projection, bulk, signal } = folding;
  const { prefix } = projection.byStream!;
  const changes = new RowChanges(projection.tables);
  const wide = new AuthorityWide(projection, changes.rows);
  await readAside(folding, wide, authority, upTo);

  let states: StoredState[] = [];
  let writing: Promise<void> = Promise.resolve();
  const write = async (): Promise<void> => {
    const [rows, kept] = [changes.take(), states];
    states = [];
    await writing;
    writing = bulk.write(authority, rows, kept);
    writing.catch(seenLater);
  };
  const read = (after?: RecordedEvent): Promise<readonly RecordedEvent[]> => {
    const reading = folding.ledger.readStreams({ authority, prefix, after, upTo, limit: PAGE });
    reading.catch(seenLater);
    return reading;
  };

  let stream: OneStream | undefined;
  const end = (): void => {
    const state = stream?.end();
    if (state) states.push(state);
  };
  let reading = read();
  try {
    for (let more = true; more; ) {
      const events = await reading;
      signal?.throwIfAborted();
      more = events.length === PAGE;
      if (more) reading = read(events.at(-1));
      for (const event of events) {
        if (event.stream !== stream?.stream) {
          end();
          if (changes.size >= ROWS) await write();
          stream = new OneStream(projection, event.stream, wide, changes.rows);
        }
        stream.fold(event);
      }
      folding.folded(events.length);
    }
    end();
    await write();
    await writing;
    const shared = wide.last === projection.shared?.initial ? undefined : projection.shared?.encode(wide.last);
    await bulk.finish(authority, upTo, shared);
  } finally {
    await Promise.allSettled([reading, writing]);
  }
}

async function readAside({ projection, ledger, folded, signal }: FoldingByStream, wide: AuthorityWide, authority: string, upTo: number): Promise<void> {
  const { prefix, heeded } = projection.byStream!;
  for (let after = 0; after < upTo; after += STRETCH) {
    const page = { authority, prefix, types: heeded, after, upTo: Math.min(upTo, after + STRETCH) };
    let elsewhere = 0;
    for (const event of await ledger.readAside(page)) {
      wide.take(event);
      if (!event.stream.startsWith(prefix)) elsewhere += 1;
    }
    signal?.throwIfAborted();
    folded(elsewhere);
  }
}

const seenLater = (): void => undefined;
