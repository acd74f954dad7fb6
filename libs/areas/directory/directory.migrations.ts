import { migrationsIn } from '#engine/database/migration.js';

/** The directory's part of the database's shape, in order. */
export const directoryMigrations = migrationsIn(new URL('./migrations/', import.meta.url), 'areas/directory');
