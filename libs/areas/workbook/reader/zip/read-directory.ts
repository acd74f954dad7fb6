import { type ByteSource, bytesOf } from '../files/byte-source.js';
import { damaged, FileFault } from '../file-fault.js';
import type { ZipEntry } from './zip-entry.js';

/** The end of an archive: a record of 22 bytes, a comment of up to 65,535, and before them a locator of 20 where it is large. */
const END_WITH_COMMENT = 22 + 65_535 + 20;
const LARGEST_DIRECTORY = 16_000_000;
const IN_LARGE_FIELD = 0xffff_ffff;

/**
 * The files of an archive, from the directory at its end.
 * @throws FileFault it is cut off, damaged, or has more files than a workbook and its evidence can have
 */
export async function readDirectory(source: ByteSource): Promise<ZipEntry[]> {
  const tailAt = Math.max(0, source.size - END_WITH_COMMENT);
  const tail = await bytesOf(source, tailAt);
  const end = tail.lastIndexOf('PK\u0005\u0006', undefined, 'latin1');
  if (end === -1 || end + 22 > tail.length) throw damaged('the archive has no end');
  let size = tail.readUInt32LE(end + 12);
  let at = tail.readUInt32LE(end + 16);
  if (size === IN_LARGE_FIELD || at === IN_LARGE_FIELD || tail.readUInt16LE(end + 10) === 0xffff) ({ size, at } = await largeEnd(source, tail, end, { size, at }));
  if (size > LARGEST_DIRECTORY) throw new FileFault('must not hold so many files: its list of them alone has more than 16 MB', 'Send the workbook with fewer evidence files at a time.');
  if (at + size > source.size) throw damaged('its list of files lies beyond its end');
  return entriesIn(await bytesOf(source, at, at + size));
}

/** An archive of more than 4 GB or 65,534 files has a second end record (ZIP64), which programs that stream write always. */
async function largeEnd(source: ByteSource, tail: Buffer, end: number, small: { size: number; at: number }): Promise<{ size: number; at: number }> {
  const locator = end - 20;
  if (locator < 0 || tail.readUInt32LE(locator) !== 0x0706_4b50) return small;
  const at = Number(tail.readBigUInt64LE(locator + 8));
  const record = await bytesOf(source, at, at + 56);
  if (record.length < 56 || record.readUInt32LE(0) !== 0x0606_4b50) throw damaged('its end points nowhere');
  return { size: Number(record.readBigUInt64LE(40)), at: Number(record.readBigUInt64LE(48)) };
}

function entriesIn(directory: Buffer): ZipEntry[] {
  const entries: ZipEntry[] = [];
  for (let at = 0; at + 46 <= directory.length; ) {
    if (directory.readUInt32LE(at) !== 0x0201_4b50) throw damaged('its list of files cannot be read');
    const [nameLength, extraLength, commentLength] = [28, 30, 32].map((field) => directory.readUInt16LE(at + field)) as [number, number, number];
    const name = directory.toString('utf8', at + 46, at + 46 + nameLength).replaceAll('\\', '/');
    const extra = directory.subarray(at + 46 + nameLength, at + 46 + nameLength + extraLength);
    entries.push({
      name,
      encrypted: (directory.readUInt16LE(at + 8) & 1) === 1,
      method: directory.readUInt16LE(at + 10),
      checksum: directory.readUInt32LE(at + 16),
      ...inFull(extra, { unpacked: directory.readUInt32LE(at + 24), packed: directory.readUInt32LE(at + 20), at: directory.readUInt32LE(at + 42) }),
    });
    at += 46 + nameLength + extraLength + commentLength;
  }
  return entries;
}

/** Numbers that do not fit into 32 bits stand in a field of their own, in this order. */
function inFull(extra: Buffer, numbers: { unpacked: number; packed: number; at: number }): { unpacked: number; packed: number; at: number } {
  if (!Object.values(numbers).includes(IN_LARGE_FIELD)) return numbers;
  for (let at = 0; at + 4 <= extra.length; at += 4 + extra.readUInt16LE(at + 2)) {
    if (extra.readUInt16LE(at) !== 1) continue;
    let place = at + 4;
    const take = (number: number): number => {
      if (number !== IN_LARGE_FIELD) return number;
      if (place + 8 > extra.length) throw damaged('its list of files cannot be read');
      place += 8;
      return Number(extra.readBigUInt64LE(place - 8));
    };
    return { unpacked: take(numbers.unpacked), packed: take(numbers.packed), at: take(numbers.at) };
  }
  return numbers;
}
