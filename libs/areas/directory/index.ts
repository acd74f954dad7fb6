export { CommandContexts, type CommandSender } from './command-contexts.js';
export { type Directory } from './directory.js';
export { DirectoryModule } from './directory.module.js';
export { directoryMigrations } from './directory.migrations.js';
export { DIRECTORY } from './directory.token.js';
export { MemoryDirectory } from './memory/memory-directory.js';
export { newPersonId } from './person-name.js';
export { PostgresDirectory } from './postgres/postgres-directory.js';
