import { migrationsOfParts, type Migration } from '#engine/database/migration.js';

/** Every step of the database's shape, in the order in which each app applies them: roles, the ledger, then the rest. */
export function migrations(): readonly Migration[] {
  return [
    ...migrationsOfParts(new URL('../libs/engine/', import.meta.url), 'engine', ['database', 'ledger']),
    ...migrationsOfParts(new URL('../libs/areas/', import.meta.url), 'areas'),
  ];
}
