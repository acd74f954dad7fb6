import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';

/** Bytes that can be read from anywhere in them, and are nowhere held as a whole unless they come so. */
export interface ByteSource {
  readonly size: number;
  /** The bytes from one place up to another, in pieces. */
  stream(from?: number, to?: number): AsyncIterable<Uint8Array>;
}

/** A file; it is open only while it is read. */
export async function fileBytes(path: string): Promise<ByteSource> {
  const { size } = await stat(path);
  return {
    size,
    stream: (from = 0, to = size) => (to > from ? createReadStream(path, { start: from, end: to - 1, highWaterMark: 256 * 1024 }) : none()),
  };
}

/** Bytes that are in memory already. */
export function memoryBytes(bytes: Uint8Array): ByteSource {
  return { size: bytes.length, stream: (from = 0, to = bytes.length) => once(bytes.subarray(from, to)) };
}

/** The bytes from one place up to another, at once; fewer where the source ends before. */
export async function bytesOf(source: ByteSource, from = 0, to = source.size): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  for await (const piece of source.stream(from, Math.min(to, source.size))) pieces.push(piece);
  return Buffer.concat(pieces);
}

 
async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

async function* none(): AsyncGenerator<Uint8Array> {}
