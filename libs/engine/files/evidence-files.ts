import type { Readable } from 'node:stream';

/** What a stored file is known by: the hash of its content, and how long it is. */
export interface StoredFile {
  /** SHA-256, 64 hexadecimal digits in lower case. */
  readonly sha256: string;
  readonly bytes: number;
}

/** The content of a file, whole or as it comes in. */
export type FileContent = Uint8Array | AsyncIterable<Uint8Array>;

/**
 * The files behind delivery reports, each kept once under the hash of its content. The ledger holds the hash, so a
 * file that was exchanged no longer answers to it. Every adapter passes `evidence-files.conformance.ts`.
 */
export interface EvidenceFiles {
  /**
   * Keeps a file; once this resolves it outlives a power cut. The same content again changes nothing. Content that
   * breaks off rejects with its own error and leaves nothing behind.
   */
  store(content: FileContent): Promise<StoredFile>;
  /** The content of a file; undefined when no file has that hash (or the text is no hash). */
  open(sha256: string): Promise<Readable | undefined>;
}

/** Whether text is a SHA-256 as this port writes it. */
export function isSha256(text: string): boolean {
  return /^[0-9a-f]{64}$/.test(text);
}
