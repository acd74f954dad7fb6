import { pipeline, Readable } from 'node:stream';
import { crc32, createInflateRaw } from 'node:zlib';
import { type ByteSource, bytesOf } from '../files/byte-source.js';
import { damaged, FileFault } from '../file-fault.js';
import { readDirectory } from './read-directory.js';
import type { ZipEntry } from './zip-entry.js';

/** The most that the parts of one workbook may have when they are unpacked, in bytes: 600,000 full rows of an ODS file, far more of an XLSX file. */
export const MOST_UNPACKED = 1_000_000_000;

/**
 * How many times its packed size a part may have unpacked, once it is large. A million rows of nothing but formats come
 * to 11, 100,000 reports in ODS to 52, an archive made to fill a disk to 1,000.
 */
export const MOST_TIMES = 250;
const LARGE = 10_000_000;

/** An archive (ZIP): what XLSX and ODS files are. What is read of it is unpacked on the way, never held as a whole. */
export class ZipArchive {
  private readonly byName: ReadonlyMap<string, ZipEntry>;
  private readonly opened = new Set<ZipEntry>();

  private constructor(
    private readonly source: ByteSource,
    readonly entries: readonly ZipEntry[],
  ) {
    this.byName = new Map(entries.map((entry) => [entry.name, entry]));
  }

  /** @throws FileFault it is cut off or damaged */
  static async open(source: ByteSource): Promise<ZipArchive> {
    return new ZipArchive(source, await readDirectory(source));
  }

  has(name: string): boolean {
    return this.byName.has(name);
  }

  /**
   * The bytes of a file in it, unpacked as they are taken.
   * @throws FileFault it would unpack beyond all measure, is damaged, or has a password
   */
  async *stream(name: string): AsyncGenerator<Uint8Array> {
    const entry = this.byName.get(name);
    if (!entry) throw damaged(`${name} is missing`);
    this.admit(entry);
    let unpacked = 0;
    let checksum = 0;
    for await (const piece of this.unpacking(entry)) {
      unpacked += piece.length;
      if (unpacked > entry.unpacked) throw damaged(`${name} is larger than it says`);
      checksum = crc32(piece, checksum);
      yield piece;
    }
    if (unpacked !== entry.unpacked || checksum !== entry.checksum) throw damaged(`${name} is not what it was when it was packed`);
  }

  /** A file in it at once. @throws FileFault as `stream`, and where it has more than `most` bytes */
  async bytes(name: string, most: number): Promise<Buffer> {
    if ((this.byName.get(name)?.unpacked ?? 0) > most) throw tooLarge(name, most);
    const pieces: Uint8Array[] = [];
    for await (const piece of this.stream(name)) pieces.push(piece);
    return Buffer.concat(pieces);
  }

  /** Refuses what would take all memory or all time, before a byte of it is unpacked. */
  private admit(entry: ZipEntry): void {
    if (entry.encrypted) throw new FileFault('must have no password', 'Save it without a password and send it again.');
    if (entry.method !== 0 && entry.method !== 8) throw damaged(`${entry.name} is packed in a way that spreadsheets do not use`);
    if (entry.unpacked > LARGE && entry.unpacked > entry.packed * MOST_TIMES) {
      throw new FileFault(
        `must not unpack to more than ${MOST_TIMES} times its size; ${entry.name} would come to ${megabytes(entry.unpacked)} from ${megabytes(entry.packed)}`,
        'Copy the rows that count into a fresh workbook and send that.',
      );
    }
    this.opened.add(entry);
    const all = [...this.opened].reduce((sum, { unpacked }) => sum + unpacked, 0);
    if (all > MOST_UNPACKED) throw tooLarge(entry.name, MOST_UNPACKED);
  }

  private async *unpacking(entry: ZipEntry): AsyncGenerator<Uint8Array> {
    const header = await bytesOf(this.source, entry.at, entry.at + 30);
    if (header.length < 30 || header.readUInt32LE(0) !== 0x0403_4b50) throw damaged(`${entry.name} is not where it should be`);
    const from = entry.at + 30 + header.readUInt16LE(26) + header.readUInt16LE(28);
    if (from + entry.packed > this.source.size) throw damaged(`${entry.name} ends too early`);
    const packed = this.source.stream(from, from + entry.packed);
    if (entry.method === 0) return yield* packed;
    yield* inflated(packed, entry.name);
  }
}

async function* inflated(packed: AsyncIterable<Uint8Array>, name: string): AsyncGenerator<Uint8Array> {
  const inflate = createInflateRaw({ chunkSize: 64 * 1024 });
  // What goes wrong is thrown to whoever takes the pieces; whoever stops taking them closes what they come from.
  pipeline(Readable.from(packed, { objectMode: false }), inflate, () => undefined);
  try {
    for await (const piece of inflate as AsyncIterable<Buffer>) yield piece;
  } catch (failure) {
    throw isZlib(failure) ? damaged(`${name} cannot be unpacked`) : failure;
  }
}

function isZlib(failure: unknown): boolean {
  return /^Z_/.test((failure as NodeJS.ErrnoException).code ?? '');
}

function tooLarge(name: string, most: number): FileFault {
  return new FileFault(`must not unpack to more than ${megabytes(most)} (${name} would)`, 'Send it as several workbooks, with some of the contracts in each; rows that are empty but formatted count too.');
}

function megabytes(bytes: number): string {
  return `${Math.ceil(bytes / 1_000_000).toLocaleString('en-GB')} MB`;
}
