import { BroadcastChannel } from 'node:worker_threads';
import type { Ledger } from '#engine/ledger/ledger.js';

/** Somebody appended to an authority's ledger. */
export interface Appended {
  readonly authority: string;
  readonly position: number;
}

/** A projection has folded an authority's ledger up to a position. */
export interface Folded {
  /** The schema's name: `totals_v1`. */
  readonly projection: string;
  readonly authority: string;
  readonly position: number;
}

type Listener<T> = (message: T) => void;

/**
 * Word from thread to thread of a process that something has happened. It saves waiting and nothing else: whoever
 * listens also looks by itself now and then, since word does not reach other processes.
 */
export class Signals {
  readonly #appended = new Channel<Appended>('svl');
  readonly #folded = new Channel<Folded>('svl.folded');

  appended(authority: string, position: number): void {
    this.#appended.say({ authority, position });
  }

  folded(projection: string, authority: string, position: number): void {
    this.#folded.say({ projection, authority, position });
  }

  /** Calls a listener for each append in any thread; answers how to stop. */
  onAppended(listener: Listener<Appended>): () => void {
    return this.#appended.hear(listener);
  }

  onFolded(listener: Listener<Folded>): () => void {
    return this.#folded.hear(listener);
  }

  close(): void {
    this.#appended.close();
    this.#folded.close();
  }
}

/** Passes word of what this thread appends; answers how to stop. */
export function announceAppends(ledger: Pick<Ledger, 'onAppended'>, signals: Signals): () => void {
  return ledger.onAppended((authority, position) => signals.appended(authority, position));
}

/** A broadcast channel whose own messages are heard in its own thread too. */
class Channel<T> {
  readonly #channel: BroadcastChannel;
  readonly #listeners = new Set<Listener<T>>();

  constructor(name: string) {
    this.#channel = new BroadcastChannel(name);
    this.#channel.onmessage = (message) => this.#tell((message as { data: T }).data);
    // to listen is no reason for a process to live on
    this.#channel.unref();
  }

  say(message: T): void {
    this.#channel.postMessage(message);
    this.#tell(message);
  }

  hear(listener: Listener<T>): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  close(): void {
    this.#listeners.clear();
    this.#channel.close();
  }

  #tell(message: T): void {
    for (const listener of this.#listeners) listener(message);
  }
}
