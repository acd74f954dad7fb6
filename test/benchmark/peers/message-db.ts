import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { asOwner } from '../harness/databases.js';

const DATABASE = join(createRequire(import.meta.url).resolve('@eventide/message-db/package.json'), '../database');

/** The scripts in the order of its `install.sh`, which wants `psql`. */
const SCRIPTS = [
  'schema/message-store',
  'extensions/pgcrypto',
  'tables/messages',
  'types/message',
  ...['message-store-version', 'hash-64', 'acquire-lock', 'category', 'is-category', 'id', 'cardinal-id', 'stream-version', 'write-message', 'get-stream-messages', 'get-category-messages', 'get-last-stream-message'].map((name) => `functions/${name}`),
  ...['messages-id', 'messages-stream', 'messages-category'].map((name) => `indexes/${name}`),
];

/** Makes message-db's tables and functions in a database. */
export async function installMessageDb(url: string): Promise<void> {
  await asOwner(url, async (owner) => {
    // its functions name their tables without the schema
    await owner.query(`alter database ${new URL(url).pathname.slice(1)} set search_path = message_store, public`);
    await owner.query('set search_path = message_store, public');
    for (const script of SCRIPTS) await owner.query(readFileSync(join(DATABASE, `${script}.sql`), 'utf8'));
  });
}
