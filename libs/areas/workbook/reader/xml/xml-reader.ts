import { damaged, FileFault } from '../file-fault.js';
import { Attributes } from './attributes.js';
import { xmlText } from './xml-text.js';

/** Far longer than any tag or text that a spreadsheet program writes; short enough to stop one that never ends. */
const LONGEST = 2_000_000;

/** What is told of an XML document, in its order. Names come without their prefix, but for attributes. */
export interface XmlListener {
  /** `at` is where the tag begins, in bytes from the start. An element without content is opened and closed. */
  open(name: string, attributes: Attributes, prefix: string, at: number): void;
  close(name: string, prefix: string, at: number): void;
  /** Between two tags; a text may come in several pieces, as around comments. */
  text(text: string): void;
  /** Whether texts are of interest here; where it is false they are not even decoded. */
  readonly wantsText?: boolean;
}

/**
 * Reads XML piece by piece and holds no more of it than the tag or text that it is in. What could make much out of
 * little, a document type with entities of its own, is refused: spreadsheet programs write none.
 */
export class XmlReader {
  private rest = '';
  /** How many bytes lie before `rest`. */
  private before = 0;
  private depth = 0;

  /** `from` is where the first piece begins in the document, which then begins within an element. */
  constructor(
    private readonly listener: XmlListener,
    private readonly from = 0,
  ) {
    this.before = from;
  }

  /** @throws FileFault it is not XML as spreadsheets are made of */
  feed(piece: Uint8Array): void {
    const whole = this.rest === '' && this.before === this.from;
    this.rest += Buffer.from(piece.buffer, piece.byteOffset, piece.byteLength).toString('latin1');
    if (whole && this.from === 0) this.beginning();
    let at = 0;
    for (;;) {
      const end = this.next(at);
      if (end === -1) break;
      at = end;
    }
    this.rest = this.rest.slice(at);
    this.before += at;
    if (this.rest.length > LONGEST) throw damaged(`a tag or a text in it has more than ${LONGEST.toLocaleString('en-GB')} characters`);
  }

  /** The document has ended. @throws FileFault it ended in the midst */
  end(): void {
    if (this.depth !== 0 || this.rest.trim() !== '') throw damaged('its XML ends in the midst');
  }

  /** UTF-16 would be read as letters with zeros between them; a byte order mark of UTF-8 is passed over. */
  private beginning(): void {
    if (this.rest.startsWith('\u00ef\u00bb\u00bf')) {
      this.rest = this.rest.slice(3);
      this.before += 3;
    }
    const encoding = /^<\?xml[^>]*encoding=["']([^"']*)/.exec(this.rest)?.[1] ?? 'utf-8';
    if (/^[\u00ff\u00fe]/.test(this.rest) || this.rest.startsWith('<\u0000') || !/^(utf-8|us-ascii)$/i.test(encoding)) {
      throw new FileFault('must be in UTF-8 throughout', 'Save it once more in your spreadsheet program and send it again.');
    }
  }

  /** Tells of what begins at a place, and answers where it ends; -1 where the end is not there yet. */
  private next(at: number): number {
    const { rest } = this;
    if (at >= rest.length) return -1;
    if (rest.charCodeAt(at) !== LESS_THAN) return this.textFrom(at);
    const sign = rest.charCodeAt(at + 1);
    if (sign === EXCLAMATION) return this.declarationFrom(at);
    if (sign === QUESTION) return after(rest, '?>', at + 2);
    const end = tagEnd(rest, at + 1);
    if (end === -1) return -1;
    if (sign === SLASH) this.closed(rest.slice(at + 2, end).trimEnd(), at);
    else this.opened(rest, at, end);
    return end + 1;
  }

  private textFrom(at: number): number {
    const end = this.rest.indexOf('<', at);
    if (end === -1) return -1;
    if (this.listener.wantsText !== false) this.listener.text(xmlText(this.rest.slice(at, end)));
    return end;
  }

  private declarationFrom(at: number): number {
    const { rest } = this;
    if (rest.length < at + 9) return -1;
    if (rest.startsWith('<!--', at)) return after(rest, '-->', at + 4);
    if (rest.startsWith('<![CDATA[', at)) {
      const end = rest.indexOf(']]>', at + 9);
      if (end === -1) return -1;
      if (this.listener.wantsText !== false) this.listener.text(xmlText(rest.slice(at + 9, end).replaceAll('&', '&amp;')));
      return end + 3;
    }
    throw new FileFault('must not declare a document type or entities of its own', 'Copy the rows into a fresh workbook, save it in your spreadsheet program and send that.');
  }

  private opened(rest: string, at: number, end: number): void {
    const empty = rest.charCodeAt(end - 1) === SLASH;
    const inside = rest.slice(at + 1, empty ? end - 1 : end);
    const space = inside.search(/\s/);
    const full = space === -1 ? inside : inside.slice(0, space);
    const colon = full.indexOf(':');
    const [prefix, name] = colon === -1 ? ['', full] : [full.slice(0, colon), full.slice(colon + 1)];
    this.depth++;
    this.listener.open(name, new Attributes(space === -1 ? '' : inside.slice(space)), prefix, this.before + at);
    if (!empty) return;
    this.depth--;
    this.listener.close(name, prefix, this.before + at);
  }

  private closed(full: string, at: number): void {
    const colon = full.indexOf(':');
    if (--this.depth < 0 && this.from === 0) throw damaged(`</${full.slice(0, 40)}> closes nothing`);
    this.listener.close(colon === -1 ? full : full.slice(colon + 1), colon === -1 ? '' : full.slice(0, colon), this.before + at);
  }
}

const [LESS_THAN, EXCLAMATION, QUESTION, SLASH, GREATER_THAN] = ['<', '!', '?', '/', '>'].map((sign) => sign.charCodeAt(0)) as [number, number, number, number, number];
const QUOTES = new Set(['"', "'"].map((sign) => sign.charCodeAt(0)));

function after(text: string, sign: string, from: number): number {
  const at = text.indexOf(sign, from);
  return at === -1 ? -1 : at + sign.length;
}

/** Where a tag ends: a > within quotation marks ends nothing. */
function tagEnd(text: string, from: number): number {
  let quote = 0;
  for (let at = from; at < text.length; at++) {
    const sign = text.charCodeAt(at);
    if (quote !== 0) {
      if (sign === quote) quote = 0;
    } else if (sign === GREATER_THAN) return at;
    else if (QUOTES.has(sign)) quote = sign;
  }
  return -1;
}
