import { open } from 'node:fs/promises';
import { crc32, deflateRawSync } from 'node:zlib';

/** A file of an archive in making; what a sound archive says of it can be said otherwise. */
export interface ZippedFile {
  readonly name: string;
  readonly bytes: Uint8Array | string;
  /** Left as it is, in place of deflated. */
  readonly stored?: boolean;
  /** Bytes that are deflated already, to `bytes.length` of them. */
  readonly deflated?: Uint8Array;
  /** What the directory says that it unpacks to. */
  readonly saysUnpacked?: number;
  readonly encrypted?: boolean;
  /** So many zeros follow, as part of a file that is stored. */
  readonly zerosAfter?: number;
}

/** An archive (ZIP), with its parts as given. */
export function zipOf(files: readonly ZippedFile[]): Buffer {
  return Buffer.concat(piecesOf(files).map(({ bytes }) => bytes));
}

/** Writes an archive whose files may be followed by zeros, which take no room on the disk. */
export async function writeZip(path: string, files: readonly ZippedFile[]): Promise<void> {
  const file = await open(path, 'w');
  for (const { at, bytes } of piecesOf(files)) await file.write(bytes, 0, bytes.length, at);
  await file.close();
}

function piecesOf(files: readonly ZippedFile[]): { readonly at: number; readonly bytes: Buffer }[] {
  const pieces: { at: number; bytes: Buffer }[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const file of files) {
    const bytes = Buffer.from(file.bytes);
    const packed = Buffer.from(file.deflated ?? (file.stored ? bytes : deflateRawSync(bytes, { level: 1 })));
    const { zerosAfter = 0 } = file;
    const name = Buffer.from(file.name);
    const about = Buffer.alloc(26);
    about.writeUInt16LE(20, 0);
    about.writeUInt16LE((file.encrypted ? 1 : 0) | 0x800, 2);
    about.writeUInt16LE(file.stored ? 0 : 8, 4);
    about.writeUInt32LE(crc32(bytes), 10);
    about.writeUInt32LE(packed.length + zerosAfter, 14);
    about.writeUInt32LE(file.saysUnpacked ?? bytes.length + zerosAfter, 18);
    about.writeUInt16LE(name.length, 22);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(at, 10);
    pieces.push({ at, bytes: Buffer.concat([Buffer.from('PK\u0003\u0004'), about, name, packed]) });
    directory.push(Buffer.from('PK\u0001\u0002\u0014\u0000'), about, place, name);
    at += 30 + name.length + packed.length + zerosAfter;
  }
  const list = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(files.length, 4);
  end.writeUInt16LE(files.length, 6);
  end.writeUInt32LE(list.length, 8);
  end.writeUInt32LE(at, 12);
  pieces.push({ at, bytes: Buffer.concat([list, Buffer.from('PK\u0005\u0006'), end]) });
  return pieces;
}
