import pg from 'pg';
import type { Database } from '#engine/database/database.js';
import { copiedEntries, COPIED_COLUMNS } from './copied-entries.js';
import type { AsidePage, StreamsPage } from './ledger.js';
import type { StoredEvent } from './stored-event.js';

/** A page of a ledger stream by stream, by its index on streams and versions. */
export function readStreamsPage(database: Database, { authority, prefix, after, upTo, limit }: StreamsPage): Promise<StoredEvent[]> {
  const { stream, version } = after ?? { stream: prefix, version: 0 };
  return copied(
    database,
    authority,
    `select ${COPIED_COLUMNS} from ledger.event
      where authority = ${pg.escapeLiteral(authority)}
        and (stream, version) > (${pg.escapeLiteral(stream)}, ${whole(version)})
        and stream < ${pg.escapeLiteral(behind(prefix))}
        and position <= ${whole(upTo)}
      order by stream, version
      limit ${whole(limit)}`,
  );
}

/** A page of a ledger in its order, by its key. */
export function readLongPage(database: Database, authority: string, after: number, limit: number): Promise<StoredEvent[]> {
  return copied(
    database,
    authority,
    `select ${COPIED_COLUMNS} from ledger.event
      where authority = ${pg.escapeLiteral(authority)} and position > ${whole(after)}
      order by position
      limit ${whole(limit)}`,
  );
}

/** A range of a ledger without the entries of streams of a prefix, but for those of some types. */
export function readAsidePage(database: Database, { authority, prefix, types, after, upTo }: AsidePage): Promise<StoredEvent[]> {
  const list = types.map((type) => pg.escapeLiteral(type)).join(', ');
  return copied(
    database,
    authority,
    `select ${COPIED_COLUMNS} from ledger.event
      where authority = ${pg.escapeLiteral(authority)}
        and position > ${whole(after)}
        and position <= ${whole(upTo)}
        and (not starts_with(stream, ${pg.escapeLiteral(prefix)}) or type = any (array[${list}]::text[]))
      order by position`,
  );
}

function copied(database: Database, authority: string, select: string): Promise<StoredEvent[]> {
  return database.read([authority], async (tx) => {
    // pages come by index, also on tables that nobody has analysed
    await tx.query("set local enable_seqscan = off; set local enable_sort = off; set local timezone = 'UTC'");
    return copiedEntries(tx, authority, select);
  });
}

/** The first name after all those that begin with a prefix, in the order of code points. */
function behind(prefix: string): string {
  return prefix.slice(0, -1) + String.fromCharCode(prefix.charCodeAt(prefix.length - 1) + 1);
}

function whole(number: number): string {
  if (!Number.isSafeInteger(number)) throw new RangeError(`${number} is no position, version or number of entries.`);
  return String(number);
}
