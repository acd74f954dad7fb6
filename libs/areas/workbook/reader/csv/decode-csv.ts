import { isUtf8 } from 'node:buffer';
import { UnreadableSheet } from '../workbook-reader.js';

const SAVE_AS_UTF8 = 'Save the sheet as “CSV UTF-8 (comma delimited)” and send it again.';

/**
 * The text of a CSV in UTF-8, with or without a byte order mark. Other encodings are named and refused, because a
 * wrong guess turns £ and accents into other characters that nobody notices.
 * @throws UnreadableSheet
 */
export function decodeCsv(bytes: Uint8Array): string {
  if (bytes.length === 0) {
    throw new UnreadableSheet({ row: null, column: '', value: '', rule: 'must not be empty', fix: 'Put the column names in its first row, or leave the sheet out.' });
  }
  if (looksLikeUtf16(bytes)) refuseEncoding('UTF-16', null, '');
  if (!isUtf8(bytes)) {
    const at = firstInvalid(bytes);
    const row = lineOf(bytes, at);
    if (isSurrogate(bytes, at)) {
      throw new UnreadableSheet({ row, column: '', value: '', rule: 'must not hold half of a surrogate pair', fix: 'Remove the broken character in this row and send the sheet again.' });
    }
    refuseEncoding('an older encoding such as Windows-1252', row, lineAround(bytes, at));
  }
  const text = new TextDecoder('utf-8', { ignoreBOM: false }).decode(bytes);
  if (text.trim() === '') {
    throw new UnreadableSheet({ row: null, column: '', value: '', rule: 'must not be empty', fix: 'Put the column names in its first row, or leave the sheet out.' });
  }
  return text;
}

function refuseEncoding(found: string, row: number | null, value: string): never {
  throw new UnreadableSheet({ row, column: '', value, rule: `must be saved in UTF-8; this one is in ${found}`, fix: SAVE_AS_UTF8 });
}

/** A byte order mark of UTF-16, or a zero byte beside almost every letter of the first line. */
function looksLikeUtf16(bytes: Uint8Array): boolean {
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) return true;
  const start = bytes.subarray(0, 200);
  let zeros = 0;
  for (const byte of start) if (byte === 0) zeros++;
  return start.length >= 4 && zeros > start.length / 3;
}

/** The first byte at which the bytes stop being UTF-8, by halving. */
function firstInvalid(bytes: Uint8Array): number {
  let good = 0;
  let bad = bytes.length;
  while (bad - good > 1) {
    const middle = good + Math.floor((bad - good) / 2);
    if (startsValid(bytes, middle)) good = middle;
    else bad = middle;
  }
  return good;
}

/** Whether the first `length` bytes are UTF-8, but for a character that the cut may have split. */
function startsValid(bytes: Uint8Array, length: number): boolean {
  for (let cut = 0; cut <= 3; cut++) {
    if (cut > length || !isUtf8(bytes.subarray(0, length - cut))) continue;
    return cut === 0 || expectedLength(bytes[length - cut]!) > cut;
  }
  return false;
}

function expectedLength(lead: number): number {
  if (lead >= 0xf0 && lead <= 0xf4) return 4;
  if (lead >= 0xe0 && lead < 0xf0) return 3;
  return lead >= 0xc2 && lead < 0xe0 ? 2 : 0;
}

/** Halves of surrogate pairs are written ED A0…BF in what calls itself UTF-8. */
function isSurrogate(bytes: Uint8Array, at: number): boolean {
  for (let index = Math.max(0, at - 2); index <= at; index++) {
    if (bytes[index] === 0xed && (bytes[index + 1] ?? 0) >= 0xa0 && (bytes[index + 1] ?? 0) <= 0xbf) return true;
  }
  return false;
}

function lineOf(bytes: Uint8Array, at: number): number {
  let line = 1;
  for (let index = 0; index < at; index++) if (bytes[index] === 0x0a) line++;
  return line;
}

/** The line as Windows-1252 would have it, so that the person recognises it. */
function lineAround(bytes: Uint8Array, at: number): string {
  const start = bytes.lastIndexOf(0x0a, Math.max(0, at - 1)) + 1;
  const end = bytes.indexOf(0x0a, at);
  const line = bytes.subarray(start, end === -1 ? bytes.length : end);
  return new TextDecoder('windows-1252').decode(line.subarray(0, 200)).trim();
}
