import type { ZipArchive } from '../zip/zip-archive.js';
import { memoryBytes } from './byte-source.js';
import type { NamedFiles } from './named-files.js';

/** A sheet, or a workbook, in an archive is unpacked before it is read; it may have so many bytes. */
const MOST_BYTES = 200_000_000;

/** The files of an archive, out of the one folder in which programs put them; what macOS adds is left out. */
export function archiveFiles(name: string, archive: ZipArchive): NamedFiles {
  const paths = archive.entries.map((entry) => entry.name).filter((path) => !path.endsWith('/') && !/(^|\/)(__MACOSX\/|\.)/.test(path));
  const folder = commonFolder(paths);
  const inside = paths.filter((path) => !path.slice(folder.length).includes('/'));
  return {
    name,
    names: inside.map((path) => path.slice(folder.length)),
    open: async (file) => memoryBytes(await archive.bytes(folder + file, MOST_BYTES)),
    stream: (file) => Promise.resolve(archive.stream(folder + file)),
  };
}

function commonFolder(paths: readonly string[]): string {
  const [first = ''] = paths;
  const folder = first.slice(0, first.indexOf('/') + 1);
  return paths.every((path) => path.startsWith(folder)) ? folder : '';
}
