import { FileFault } from '../file-fault.js';
import { readXml } from '../xml/read-xml.js';
import type { ZipArchive } from '../zip/zip-archive.js';
import { unescaped } from './unescaped.js';

/** The texts that cells refer to by number are kept while the workbook is read; more than this would not be. In bytes. */
const MOST_BYTES = 250_000_000;

/** The texts that cells refer to by number; of a text in several styles, all its runs as one. */
export async function sharedStrings(archive: ZipArchive, part: string): Promise<readonly string[]> {
  const { unpacked = 0 } = archive.entries.find(({ name }) => name === part) ?? {};
  if (unpacked > MOST_BYTES) throw new FileFault(`must not hold more than ${MOST_BYTES / 1_000_000} MB of texts`, 'Send it as several workbooks, with some of the contracts in each.');
  const strings: string[] = [];
  let text = '';
  let inText = false;
  let phonetic = 0;
  await readXml(archive.stream(part), {
    open(name) {
      if (name === 'rPh') phonetic++;
      else if (name === 't') inText = phonetic === 0;
    },
    close(name) {
      if (name === 'rPh') phonetic--;
      else if (name === 't') inText = false;
      else if (name === 'si') {
        strings.push(unescaped(text));
        text = '';
      }
    },
    text(piece) {
      if (inText) text += piece;
    },
  });
  return strings;
}
