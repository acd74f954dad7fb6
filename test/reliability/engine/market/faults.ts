import type { Writable } from 'node:stream';
import type pg from 'pg';
import type { Database, Transaction } from '#engine/database/database.js';
import { overriding } from './overriding.js';

/** What happens to the projector's transactions on their way. */
export interface Faults {
  /** Called after each statement but the last, `commit`; the first is the one that moves the checkpoint, in a flush. */
  after?(statement: string, tx: Transaction): Promise<void>;
  /** Called when a flush has been committed, before whoever waits for it hears of that. */
  committed?(): Promise<void>;
  /** What is written to instead of a COPY, which goes on waiting. */
  copying?(): Writable | undefined;
}

/** A database whose transactions as the projector meet with faults. */
export function faulty(database: Database, faults: Faults): Database {
  const as: Database['as'] = async (role, work) => {
    let isFlush = false;
    const seen: Faults = {
      copying: () => faults.copying?.(),
      after: async (statement, tx) => {
        isFlush ||= movesCheckpoint(statement);
        await faults.after?.(statement, tx);
      },
    };
    const result = await database.as(role, (tx) => work(watched(tx, seen)));
    if (isFlush) await faults.committed?.();
    return result;
  };
  return overriding(database, { as });
}

function watched(tx: Transaction, faults: Faults): Transaction {
  // COPY goes to the connection itself; a fault strikes while it is under way
  const copied = (...args: Parameters<pg.ClientBase['query']>): unknown => {
    const result = tx.client.query(...args) as unknown;
    void faults.after?.('copy', tx).catch(() => undefined);
    const instead = faults.copying?.();
    // nobody listens there any more
    if (instead) (result as Writable).on('error', () => undefined);
    return instead ?? result;
  };
  const client = overriding(tx.client, { query: copied as pg.ClientBase['query'] });
  return {
    client,
    query: async (statement, values) => {
      const rows = await tx.query<object>(statement, values);
      await faults.after?.(typeof statement === 'string' ? statement : statement.name, tx);
      return rows as never;
    },
  };
}

/** Whether a statement is the one that begins a flush. */
export const movesCheckpoint = (statement: string): boolean => statement.endsWith(':moveCheckpoint');

/** Whether a statement is the last before those that derive rows from what was written. */
export const beginsDeriving = (statement: string): boolean => statement === 'set local enable_seqscan = off';
