import type { WrittenCell } from './written-workbook.js';

/** What a cell shows its value as. */
export const VALUE_FORMATS = ['general', 'text', 'whole percentage', 'percentage', 'date', 'yes or no'] as const;
export type ValueFormat = (typeof VALUE_FORMATS)[number];

/** A cell's value as both kinds of file hold it. */
export type WrittenValue =
  | { readonly kind: 'blank' }
  | { readonly kind: 'text'; readonly text: string }
  /** `decimal` is what is kept (a percentage as a part of one), `shown` what a person sees. */
  | { readonly kind: 'number'; readonly decimal: string; readonly shown: string; readonly format: ValueFormat }
  | { readonly kind: 'date'; readonly date: string; readonly shown: string }
  | { readonly kind: 'yes or no'; readonly yes: boolean };

/** Spreadsheets count in binary numbers of 15 digits; what has more is kept as text, digit for digit. */
const DIGITS_OF_A_NUMBER = 15;

/** Spreadsheets disagree about the days before: one of them has a 29 February 1900. Such dates are kept as text. */
const FIRST_CERTAIN_DAY = '1900-03-01';

export function writtenValue({ text, typed }: WrittenCell): WrittenValue {
  switch (typed?.kind) {
    case undefined:
      return text === '' ? { kind: 'blank' } : { kind: 'text', text };
    case 'yes or no':
      return typed;
    case 'date':
      return typed.date < FIRST_CERTAIN_DAY ? { kind: 'text', text: typed.date } : { kind: 'date', date: typed.date, shown: dayFirst(typed.date) };
    case 'number': {
      const { decimal, percentage } = typed;
      const shown = percentage ? `${decimal}%` : decimal;
      if (decimal.replace(/^-?[0.]*|\./g, '').length > DIGITS_OF_A_NUMBER) return { kind: 'text', text: shown };
      if (!percentage) return { kind: 'number', decimal, shown, format: 'general' };
      return { kind: 'number', decimal: hundredth(decimal), shown, format: decimal.includes('.') ? 'percentage' : 'whole percentage' };
    }
  }
}

/** A day as people here write it: 31/03/2026. */
export function dayFirst(date: string): string {
  return `${date.slice(8, 10)}/${date.slice(5, 7)}/${date.slice(0, 4)}`;
}

/** The decimal point two places to the left: 12.5 is 0.125. */
function hundredth(decimal: string): string {
  const [, sign, whole, part] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(decimal)!;
  const digits = whole!.padStart(3, '0') + (part ?? '');
  const point = whole!.padStart(3, '0').length - 2;
  return `${sign}${digits.slice(0, point)}.${digits.slice(point)}`;
}

/** The format that a cell takes: its value's, and where that says nothing the column's. */
export function formatOf(value: WrittenValue, column: ValueFormat = 'general'): ValueFormat {
  if (value.kind === 'number') return value.format;
  if (value.kind === 'date' || value.kind === 'yes or no') return value.kind;
  return value.kind === 'text' && column === 'date' ? 'general' : column;
}
