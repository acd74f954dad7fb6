import { createHash } from 'node:crypto';
import type { People } from './people.js';
import type { Row } from './row.js';

/**
 * A row's values as they are kept for the next import: people as their ids, words about people as digests, what is
 * blank left out. Values of one meaning have one content, however they were typed.
 */
export function contentOf(row: Row, people: People): string {
  const kept: Record<string, unknown> = {};
  for (const [name, column] of Object.entries(row.sheet.columns)) {
    const value = (row.values as Record<string, unknown>)[name];
    if (value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0)) continue;
    kept[name] = column.person ? people.id(value as string) : column.erasable ? digest(row, name, value) : value;
  }
  return JSON.stringify(kept);
}

/** What a row is known by within its sheet; undefined where a cell that it takes could not be read. */
export function identityOf(row: Row, people: People): string | undefined {
  const parts = row.sheet.identity.map((name) => {
    const value = (row.values as Record<string, unknown>)[name];
    return typeof value === 'string' && row.sheet.columns[name]!.person ? people.id(value) : value;
  });
  if (parts.includes(undefined)) return undefined;
  return parts.length === 1 ? String(parts[0]) : JSON.stringify(parts);
}

/** An identity as people read it; who a person is, it does not say. */
export function identityInWords(sheet: Row['sheet'], identity: string): string {
  if (sheet.identity.length === 1) return identity;
  const parts = JSON.parse(identity) as (string | null)[];
  return parts.filter((part, index) => part !== null && !sheet.columns[sheet.identity[index]!]!.person).join(', ');
}

/** The columns in which two contents of a row differ, in the order of the sheet, but for those that pass. */
export function changedColumns(sheet: Row['sheet'], before: string, now: string): readonly string[] {
  if (before === now) return [];
  const [one, other] = [before, now].map((content) => JSON.parse(content) as Record<string, unknown>);
  return Object.keys(sheet.columns).filter(
    (name) => !sheet.passing.includes(name) && JSON.stringify(one![name]) !== JSON.stringify(other![name]),
  );
}

/** The words themselves stay with the event, where they can be erased. */
function digest(row: Row, column: string, value: unknown): string {
  return createHash('sha256').update(JSON.stringify([row.sheet.name, column, value])).digest('hex');
}
