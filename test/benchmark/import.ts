import { randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type pg from 'pg';
import copy from 'pg-copy-streams';
import { eventCatalogue } from '#domain/catalogue.js';
import type { Reference } from '#engine/ledger/ledger.js';
import { PostgresLedger } from '#engine/ledger/postgres-ledger.js';
import { copyOfTheTable } from './append/bare-insert.js';
import { asOwner } from './harness/databases.js';
import { interleaved, perSecond } from './harness/interleaved.js';
import { check, type Bench, type Case, type Row } from './harness/row.js';
import { scratchDatabase } from './harness/scratch-database.js';
import { sized } from './harness/settings.js';
import { median } from './harness/statistics.js';
import { history, type HistoryEvent } from './history.js';

const OURS = 'import into the ledger';
const COPY = 'COPY of the same entries';
const COPY_ALL = 'COPY of the same entries, references and texts';
/** The other tables that an import of these events fills. */
const BESIDE = ['reference', 'erasable_text'] as const;

/** A history imported in one act, beside COPY of the rows that it comes to. */
export const importing: Row = {
  name: 'import',
  title: 'Import of a history in one act',
  async run({ settings, say }: Bench): Promise<readonly Case[]> {
    const events = sized(settings, 200_000, 2_000);
    const said = [...history({ seed: settings.seed, events })];
    const scratch = await scratchDatabase();
    const ledger = new PostgresLedger({ database: scratch.database, catalogue: eventCatalogue });
    const bytes = { payload: 0, all: 0 };
    try {
      return await asOwner(scratch.migrationUrl!, async (owner) => {
        await copyOfTheTable(owner, 'bare');
        for (const name of BESIDE) await owner.query(`create table bare.${name} (like ledger.${name} including all)`);
        // one import before the first, whose rows the first COPY takes
        await importAll(ledger, 'imported-first', said);
        const source = 'imported-first';
        const imported: string[] = [];
        const copied: string[] = [];
        const copyRows = async (tables: readonly string[], authority: string): Promise<number> => {
          const rows = [];
          for (const table of tables) rows.push({ table, text: await rowsOf(owner, table, source, authority) });
          bytes.all = rows[0]!.text.reduce((sum, chunk) => sum + chunk.length, 0);
          const began = performance.now();
          await owner.query('begin');
          for (const { table, text } of rows) await pipeline(Readable.from(text), owner.query(copy.from(`copy bare.${table} from stdin`)));
          await owner.query('commit');
          const rate = perSecond(events, began);
          copied.push(authority);
          return rate;
        };
        const figures = await interleaved(
          [
            {
              name: OURS,
              run: async (round) => {
                const authority = `imported-${round}`;
                imported.push(authority);
                return importAll(ledger, authority, said);
              },
            },
            { name: COPY, run: (round) => copyRows(['event'], `copied-${round}`) },
            { name: COPY_ALL, run: (round) => copyRows(['event', ...BESIDE], `all-copied-${round}`) },
          ],
          settings,
          say,
        );
        const checked = await checkAll(owner, ledger, { events, imported, copied, source });
        bytes.payload = Number((await owner.query<{ mean: string }>(`select avg(length(payload))::text as mean from ledger.event where authority = $1`, [source])).rows[0]!.mean);
        const of = (name: string) => median(figures.get(name)!);
        return [
          {
            name: `${events.toLocaleString('en-GB')} events`,
            size: `${events.toLocaleString('en-GB')} events with payloads of ${Math.round(bytes.payload)} bytes, ${(bytes.all / 1e6).toFixed(0)} MB as COPY carries them`,
            measured: [
              { name: OURS, role: 'ours', unit: 'events/s', median: of(OURS), runs: figures.get(OURS)! },
              { name: COPY, role: 'limit', unit: 'events/s', median: of(COPY), runs: figures.get(COPY)! },
              { name: COPY_ALL, role: 'limit', unit: 'events/s', median: of(COPY_ALL), runs: figures.get(COPY_ALL)! },
            ],
            aims: [{ what: 'of COPY into the same table with the same indexes', wanted: { atLeast: 0.6 }, got: of(OURS) / of(COPY) }],
            checked,
            notes: [
              'The import starts from events as objects: it checks schemas, writes canonical text and hashes, claims references, keeps erasable texts apart, and analyses. COPY starts from text that is ready.',
              `Beside COPY of all that the import writes (references and erasable texts too) it is ${((of(OURS) / of(COPY_ALL)) * 100).toFixed(0)}%.`,
            ],
          },
        ];
      });
    } finally {
      await scratch.stop();
    }
  },
};

/** Events a second from the call to its answer. */
async function importAll(ledger: PostgresLedger, authority: string, said: readonly HistoryEvent[]): Promise<number> {
  await ledger.open(authority, authority);
  const expectedVersions = new Map(said.map(({ stream }) => [stream, 0]));
  const references = said.flatMap(({ reference }): Reference[] => (reference ? [reference] : []));
  const batch = { authority, commandId: randomUUID(), requestHash: '0'.repeat(64), actor: 'person-clerk', expectedVersions, events: said, references };
  const began = performance.now();
  const outcome = await ledger.import(batch);
  const rate = perSecond(said.length, began);
  if (outcome.outcome !== 'appended' || outcome.position !== said.length) throw new Error(JSON.stringify(outcome).slice(0, 500));
  return rate;
}

/** A table's rows of an authority as the text that COPY takes, under another authority's name. */
async function rowsOf(owner: pg.Client, table: string, source: string, authority: string): Promise<readonly Buffer[]> {
  const { rows } = await owner.query<{ name: string }>(`select attname as name from pg_attribute where attrelid = 'ledger.${table}'::regclass and attnum > 0 and not attisdropped order by attnum`);
  const columns = rows.map(({ name }) => (name === 'authority' ? `'${authority}'` : name)).join(', ');
  const order = table === 'event' ? 'order by position' : '';
  const chunks: Buffer[] = [];
  for await (const chunk of owner.query(copy.to(`copy (select ${columns} from ledger.${table} where authority = '${source}' ${order}) to stdout`))) chunks.push(chunk as Buffer);
  return chunks;
}

interface Made {
  readonly events: number;
  readonly imported: readonly string[];
  readonly copied: readonly string[];
  readonly source: string;
}

/** Every import and every copy holds the same events in the same order with the same hashes of their contents. */
async function checkAll(owner: pg.Client, ledger: PostgresLedger, { events, imported, copied, source }: Made): Promise<readonly string[]> {
  const shown = async (table: string, authority: string) => {
    const { rows } = await owner.query<{ count: string; last: string; broken: string; payloads: string }>(
      `select count(*)::text as count, max(position)::text as last, md5(string_agg(md5(payload), '' order by position)) as payloads,
              (select count(*)::text from (select count(*) as count, max(version) as last from ${table} where authority = $1 group by stream) as stream where count <> last) as broken
         from ${table} where authority = $1`,
      [authority],
    );
    const found = rows[0]!;
    check(`entries of ${authority}`, found.count, String(events));
    check(`last position of ${authority}`, found.last, String(events));
    check(`streams of ${authority} with gaps`, found.broken, '0');
    return found.payloads;
  };
  const first = await shown('ledger.event', source);
  for (const authority of copied) check(`payloads of ${authority}`, await shown('bare.event', authority), first);
  for (const authority of imported) await shown('ledger.event', authority);
  const { problems } = await ledger.verify(imported.at(-1)!);
  return [
    `${imported.length} imports and ${copied.length} copies of ${events.toLocaleString('en-GB')} entries each, versions contiguous`,
    check('problems that verify finds in the last import', problems.length, 0),
  ];
}
