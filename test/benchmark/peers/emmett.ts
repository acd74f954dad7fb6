import { getPostgreSQLEventStore, type PostgresEventStore } from '@event-driven-io/emmett-postgresql';
import type { Event } from '@event-driven-io/emmett';
import type pg from 'pg';

/** emmett-postgresql on connections given: its tables are made once, before. */
export function emmettOn(url: string, pool: pg.Pool): PostgresEventStore {
  return getPostgreSQLEventStore(url, { schema: { autoMigration: 'None' }, connectionOptions: { pool } });
}

export async function makeEmmettTables(url: string): Promise<void> {
  const store = getPostgreSQLEventStore(url);
  await store.schema.migrate();
  await store.close();
}

/**
 * How many events emmett's consumer hands to a reactor that counts, from the beginning until it finds no more. In large
 * batches and without its pause between them, which it has by default.
 */
export async function eventsThatEmmettHandsOut(url: string, pool: pg.Pool, name: string): Promise<number> {
  let handed = 0;
  const consumer = emmettOn(url, pool).consumer({ stopWhen: { noMessagesLeft: true }, pulling: { batchSize: 1_000, pullingFrequencyInMs: 0 } });
  consumer.reactor<Event>({ processorId: name, eachMessage: () => void handed++ });
  await consumer.start();
  return handed;
}
