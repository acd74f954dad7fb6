import { optional, required } from '../cells/column.js';
import { words } from '../cells/words.js';
import { defineSheet, type RowOf } from './sheet.js';

/** What the file says of itself, a key and a value in each row. */
export const about = defineSheet('about', { key: required(words()), value: optional(words(), '') }, ['key']);
export type AboutRow = RowOf<typeof about>;

/** The template that this project reads, and its version. */
export const TEMPLATE = 'social-value-ledger';
export const TEMPLATE_VERSION = '1';
export const ABOUT_KEYS = ['template', 'version', 'authority', 'prepared_by', 'prepared_on'] as const;
