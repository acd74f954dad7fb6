import { Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import copy from 'pg-copy-streams';
import { asOwner } from '../harness/databases.js';

/** Seconds that PostgreSQL takes to hand out an authority's entries in order, by COPY, when nobody does anything with them. */
export function secondsToCopyOut(ownerUrl: string, authority: string): Promise<number> {
  return asOwner(ownerUrl, async (owner) => {
    const select = `select authority, position, stream, version, event_id, type, schema_version, business_date, recorded_at, actor, payload
                      from ledger.event where authority = '${authority}' order by position`;
    const began = performance.now();
    await pipeline(owner.query(copy.to(`copy (${select}) to stdout`)), new Writable({ write: (_chunk, _encoding, done) => done() }));
    return (performance.now() - began) / 1_000;
  });
}
