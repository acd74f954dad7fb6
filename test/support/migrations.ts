import type { Migration } from '#engine/database/migration.js';
import { migrationsOfParts } from '#engine/database/migration.js';

/** Every migration of the project, in the order in which the apps apply them. */
export function allMigrations(): readonly Migration[] {
  return [
    ...migrationsOfParts(new URL('../../libs/engine/', import.meta.url), 'engine', ['database', 'ledger']),
    ...migrationsOfParts(new URL('../../libs/areas/', import.meta.url), 'areas'),
  ];
}
