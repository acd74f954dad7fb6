import type { CellStyle } from './written-workbook.js';

/** How a style looks. Colours are six hexadecimal digits; each text keeps a contrast of 4.5 to 1 to its ground. */
export interface Look {
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly underlined?: boolean;
  /** Points; 11 where nothing is said. */
  readonly size?: number;
  readonly colour?: string;
  readonly ground?: string;
  /** Long text goes on below, in place of being cut at the next cell. */
  readonly wrapped?: boolean;
}

const GREY = '505a5f';

export const LOOKS: Readonly<Record<CellStyle, Look>> = {
  plain: {},
  title: { bold: true, size: 16 },
  heading: { ground: 'eeefef' },
  'required heading': { bold: true, ground: 'd2e2f1' },
  words: { wrapped: true },
  example: { italic: true, colour: GREY },
  given: { colour: GREY, ground: 'f8f8f8' },
  marked: { ground: 'fbd3cf' },
  link: { underlined: true, colour: '1d70b8' },
};

export const STYLES = Object.keys(LOOKS) as readonly CellStyle[];

/** The typeface of everything, in points of 11: both LibreOffice and Excel have it or its like. */
export const TYPEFACE = 'Arial';
