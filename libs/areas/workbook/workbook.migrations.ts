import { migrationsIn } from '#engine/database/migration.js';

/** The workbook's part of the database's shape, in order. */
export const workbookMigrations = migrationsIn(new URL('./migrations/', import.meta.url), 'areas/workbook');
