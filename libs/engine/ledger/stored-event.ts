import { hash } from 'node:crypto';

/** An event as the record keeps it: plain columns, and the payload as the canonical text that was written. */
export interface StoredEvent {
  readonly authority: string;
  readonly position: number;
  readonly stream: string;
  readonly version: number;
  readonly eventId: string;
  readonly type: string;
  readonly schemaVersion: number;
  readonly businessDate: string;
  readonly recordedAt: string;
  readonly actor: string;
  readonly payload: string;
}

/** What the content hash covers: everything but the place in the ledger, which a checkpoint's leaf adds. */
export type EventContent = Omit<StoredEvent, 'position' | 'recordedAt'>;

/**
 * SHA-256 over the envelope as canonical JSON (RFC 8785). The payload is canonical already and goes in as the bytes
 * that were stored, so that recomputing it notices any byte that changed.
 */
export function contentHash(event: EventContent): Buffer {
  return hash(
    'sha256',
    `{"actor":${JSON.stringify(event.actor)},"authority":${JSON.stringify(event.authority)},` +
      `"businessDate":"${event.businessDate}","eventId":"${event.eventId}","payload":${event.payload},` +
      `"schemaVersion":${event.schemaVersion},"stream":${JSON.stringify(event.stream)},` +
      `"type":${JSON.stringify(event.type)},"version":${event.version}}`,
    'buffer',
  );
}

/** A text that can be erased: kept beside the ledger with its salt, known in the payload by its digest alone. */
export interface SaltedText {
  readonly digest: Buffer;
  readonly salt: Buffer;
  readonly text: string;
}

/** SHA-256 of the salt's bytes followed by the text's UTF-8. Without the salt nobody can test a guess. */
export function textDigest(salt: Buffer, text: string): Buffer {
  return hash('sha256', Buffer.concat([salt, Buffer.from(text, 'utf8')]), 'buffer');
}
