import { damaged, FileFault } from '../file-fault.js';

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const BEYOND_ASCII = /[^\u0000-\u007f]/;
/** From this length on, V8 keeps what is cut out of a text as a piece of that text. */
const CUT_OUT = 13;
const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/**
 * What a piece of XML says, from its bytes (one for each character of `raw`). It is a text of its own: a part cut out of
 * a longer one would keep all of that in memory.
 * @throws FileFault it is not UTF-8, or names an entity that no spreadsheet uses
 */
export function xmlText(raw: string): string {
  const text = BEYOND_ASCII.test(raw) ? decoded(raw) : raw.length < CUT_OUT ? raw : Buffer.from(raw, 'latin1').toString('latin1');
  const lines = text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
  return lines.includes('&') ? lines.replace(/&([^;&\s]{0,32});?/g, meaningOf) : lines;
}

function decoded(raw: string): string {
  try {
    return decoder.decode(Buffer.from(raw, 'latin1'));
  } catch {
    throw new FileFault('must be in UTF-8 throughout', 'Save it once more in your spreadsheet program and send it again.');
  }
}

function meaningOf(whole: string, entity: string): string {
  const named = NAMED[entity];
  if (named !== undefined && whole.endsWith(';')) return named;
  const code = /^#(?:x([0-9a-f]{1,6})|(\d{1,7}));$/i.exec(whole.slice(1));
  const point = code ? Number.parseInt(code[1] ?? code[2]!, code[1] === undefined ? 10 : 16) : Number.NaN;
  if (point <= 0x10ffff) return String.fromCodePoint(point);
  throw damaged(`“${whole}” stands in it, which means nothing`);
}
