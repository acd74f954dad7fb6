import { xmlText } from './xml-text.js';

/** The attributes of an element, by the names that stand in the file; looked through when one is asked for. */
export class Attributes {
  constructor(private readonly raw: string) {}

  /** Undefined where there is none of that name. */
  get(name: string): string | undefined {
    return this.find((found) => found === name);
  }

  /** Of the first whose name ends so, as prefixes are free: `:id`. */
  ending(end: string): string | undefined {
    return this.find((found) => found.endsWith(end));
  }

  /** As a whole number of at least 1; 1 where there is none. */
  count(name: string): number {
    const found = Number(this.get(name) ?? 1);
    return Number.isInteger(found) && found > 0 ? found : 1;
  }

  private find(wanted: (name: string) => boolean): string | undefined {
    const { raw } = this;
    for (let at = 0; at < raw.length; ) {
      const equals = raw.indexOf('=', at);
      if (equals === -1) return undefined;
      const opened = quoteAfter(raw, equals + 1);
      const closed = opened === -1 ? -1 : raw.indexOf(raw[opened]!, opened + 1);
      if (closed === -1) return undefined;
      if (wanted(raw.slice(at, equals).trim())) return xmlText(raw.slice(opened + 1, closed));
      at = closed + 1;
    }
    return undefined;
  }
}

/** Where the quotation mark stands after an equals sign and spaces; -1 where something else does. */
function quoteAfter(raw: string, from: number): number {
  let at = from;
  while (raw[at] === ' ' || raw[at] === '\n' || raw[at] === '\t' || raw[at] === '\r') at++;
  return raw[at] === '"' || raw[at] === "'" ? at : -1;
}
