import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { crc32, createDeflateRaw } from 'node:zlib';

/** A file of an archive. Its content is taken piece by piece and kept compressed. */
export interface ZipEntry {
  readonly name: string;
  readonly content: string | Iterable<string> | AsyncIterable<string>;
  /** Left uncompressed. */
  readonly stored?: boolean;
}

interface Packed {
  readonly name: Buffer;
  readonly crc: number;
  readonly size: number;
  readonly bytes: Buffer;
  readonly method: 0 | 8;
}

/** How much text is gathered before it is handed on. */
const PIECE = 64 * 1024;

/** 1 January 1980, midnight: the same workbook is the same bytes. */
const DOS_DATE = (1 << 5) | 1;

/** An entry with its content compressed. */
export async function packed({ name, content, stored = false }: ZipEntry): Promise<Packed> {
  let crc = 0;
  let size = 0;
  async function* counted(): AsyncGenerator<Buffer> {
    for await (const text of pieces(content)) {
      const bytes = Buffer.from(text);
      crc = crc32(bytes, crc);
      size += bytes.length;
      yield bytes;
    }
  }
  const kept: Buffer[] = [];
  const keep = async (chunks: AsyncIterable<Buffer>): Promise<void> => {
    for await (const chunk of chunks) kept.push(chunk);
  };
  if (stored) await keep(counted());
  else await pipeline(Readable.from(counted(), { objectMode: false }), createDeflateRaw(), keep);
  return { name: Buffer.from(name), crc, size, bytes: Buffer.concat(kept), method: stored ? 0 : 8 };
}

/** Text in pieces of some size, whatever the sizes that it comes in. */
async function* pieces(content: ZipEntry['content']): AsyncGenerator<string> {
  if (typeof content === 'string') return yield content;
  let gathered = '';
  for await (const text of content) {
    gathered += text;
    if (gathered.length < PIECE) continue;
    yield gathered;
    gathered = '';
  }
  if (gathered !== '') yield gathered;
}

/** The archive of entries, in their order. */
export function archive(entries: readonly Packed[]): Uint8Array {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const entry of entries) {
    const head = Buffer.alloc(30);
    head.writeUInt32LE(0x04034b50, 0);
    facts(entry).copy(head, 4);
    parts.push(head, entry.name, entry.bytes);
    const listed = Buffer.alloc(46);
    listed.writeUInt32LE(0x02014b50, 0);
    listed.writeUInt16LE(20, 4);
    facts(entry).copy(listed, 6);
    listed.writeUInt32LE(offset, 42);
    directory.push(listed, entry.name);
    offset += head.length + entry.name.length + entry.bytes.length;
  }
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(directory.reduce((sum, { length }) => sum + length, 0), 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...parts, ...directory, end]);
}

/** What the head of an entry and the directory say alike: version, flags (names in UTF-8), method, time, date, crc, sizes. */
function facts({ name, crc, size, bytes, method }: Packed): Buffer {
  const said = Buffer.alloc(26);
  said.writeUInt16LE(20, 0);
  said.writeUInt16LE(0x0800, 2);
  said.writeUInt16LE(method, 4);
  said.writeUInt16LE(DOS_DATE, 8);
  said.writeUInt32LE(crc, 10);
  said.writeUInt32LE(bytes.length, 14);
  said.writeUInt32LE(size, 18);
  said.writeUInt16LE(name.length, 22);
  return said;
}
