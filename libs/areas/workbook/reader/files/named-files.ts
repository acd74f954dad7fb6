import { type ByteSource, memoryBytes } from './byte-source.js';
import { plainFileName } from '../plain-file-name.js';

/** One file of an upload. */
export interface UploadedPart {
  readonly fileName: string;
  readonly bytes: Uint8Array;
}

/** Files that came together, in a folder, an upload or an archive: a workbook and its evidence. */
export interface NamedFiles {
  /** How the person knows the whole. */
  readonly name: string;
  readonly names: readonly string[];
  /** A file to be read from anywhere in it. */
  open(name: string): Promise<ByteSource>;
  /** A file from its beginning to its end. */
  stream(name: string): Promise<AsyncIterable<Uint8Array>>;
}

/** A file by its plain name; undefined where there is none of it. */
export function fileAmong(files: NamedFiles, name: string): Promise<AsyncIterable<Uint8Array> | undefined> {
  return plainFileName(name) && files.names.includes(name) ? files.stream(name) : Promise.resolve(undefined);
}

/** The parts of an upload. */
export function partsOfUpload(name: string, parts: readonly UploadedPart[]): NamedFiles {
  const open = (wanted: string): ByteSource => memoryBytes(parts.find(({ fileName }) => fileName === wanted)!.bytes);
  return {
    name,
    names: parts.map(({ fileName }) => fileName),
    open: (wanted) => Promise.resolve(open(wanted)),
    stream: (wanted) => Promise.resolve(open(wanted).stream()),
  };
}
