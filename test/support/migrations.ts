/** Every migration of the project, as the apps apply them. */
export { migrations as allMigrations } from '../../apps/migrations.js';
