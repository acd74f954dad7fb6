import pg from 'pg';
import { joinRunningInstance } from '#engine/database/embedded/embedded-postgres.js';

/** What stands in the tables of a running server, read by plain SQL. */
export interface Record {
  readonly entries: readonly Entry[];
  readonly commands: readonly { readonly authority: string; readonly command_id: string; readonly first: number; readonly last: number; readonly answer: string }[];
  /** Imports as they were asked for. */
  readonly imports: readonly { readonly authority: string; readonly import_id: string; readonly ended: boolean; readonly failure: string | null }[];
  /** Rows of workbooks, as they are remembered for the next comparison. */
  readonly rows: readonly { readonly authority: string; readonly sheet: string; readonly content: string }[];
  readonly authorities: readonly string[];
}

export interface Entry {
  readonly authority: string;
  readonly position: number;
  readonly type: string;
  readonly payload: string;
}

/** A connection to a running server's database, as its owner. */
export async function ownerOf(dataDir: string): Promise<pg.Client> {
  const { migrationUrl } = (await joinRunningInstance(dataDir))!;
  const owner = new pg.Client({ connectionString: migrationUrl });
  // a connection that is cut fails its statement
  owner.on('error', () => undefined);
  await owner.connect();
  return owner;
}

export async function readRecord(dataDir: string): Promise<Record> {
  const owner = await ownerOf(dataDir);
  const rows = async <Row extends pg.QueryResultRow>(sql: string): Promise<readonly Row[]> => (await owner.query<Row>(sql)).rows;
  try {
    await owner.query('begin isolation level repeatable read read only');
    return {
      entries: await rows('select authority, position::integer as position, type, payload from ledger.event order by authority, position'),
      commands: await rows('select authority, command_id, first_position::integer as first, last_position::integer as last, answer from ledger.command order by authority, first_position'),
      imports: await rows('select authority, import_id, ended_at is not null as ended, failure from workbook.import'),
      rows: await rows('select authority, sheet, content from workbook.imported_row'),
      authorities: (await rows<{ authority: string }>('select authority from ledger.head order by authority')).map(({ authority }) => authority),
    };
  } finally {
    await owner.end();
  }
}

/** What an entry records of its own reference, as `ProviderRegistered P1`; undefined for one that names nothing new. */
export function traceOf({ type, payload }: Entry): string | undefined {
  const said = JSON.parse(payload) as { terms?: { reference?: string }; report?: string; commitment?: string };
  if (type === 'ProviderRegistered' || type === 'ContractRegistered') return `${type} ${said.terms!.reference!}`;
  if (type === 'DeliveryReported' || type === 'DeliveryValidated') return `${type} ${said.report!}`;
  return type === 'CommitmentMade' ? `${type} ${said.commitment!}` : undefined;
}
