import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { eventCatalogue } from '#domain/catalogue.js';
import { Database } from '#engine/database/database.js';
import { command } from '#engine/ledger/commands-for-tests.js';
import { PostgresLedger } from '#engine/ledger/postgres-ledger.js';
import { commitmentMade, contractRegistered, deliveryReported, targetAgreed } from '../../support/facts.js';
import { svlInProcess } from '../../support/svl-in-process.js';
import { type Place, placeForLedgers } from './load/place.js';

/** What somebody with full power over the database does to a ledger, and what `svl verify` then says of it. */
const HOME = fileURLToPath(new URL('../../../', import.meta.url));
let place: Place;
let database: Database;
let ledger: PostgresLedger;

beforeAll(async () => {
  place = await placeForLedgers();
  database = await Database.open(place.url, { connections: 3 });
  ledger = new PostgresLedger({ database, catalogue: eventCatalogue });
});

afterAll(async () => {
  await database.close();
  await place.drop();
});

/** Entries 1 to 4 and 6 are of one contract's stream, 5 is of another's. */
async function ledgerOf(authority: string): Promise<void> {
  await ledger.open(authority, authority);
  await ledger.append(command(authority, 'contract:C1', 0, [contractRegistered()]));
  await ledger.append(command(authority, 'contract:C1', 1, [commitmentMade()]));
  await ledger.append(command(authority, 'contract:C1', 2, [targetAgreed('10'), deliveryReported()]));
  await ledger.append(command(authority, 'contract:C2', 0, [contractRegistered({ reference: 'C2' })]));
  await ledger.append(command(authority, 'contract:C1', 4, [deliveryReported({ report: 'D2' })]));
}

/** Without the triggers that refuse it. */
async function tamper(authority: string, ...statements: string[]): Promise<void> {
  await place.owner.query('alter table ledger.event disable trigger all; alter table ledger.command disable trigger all');
  for (const statement of statements) expect((await place.owner.query(statement, [authority])).rowCount).toBeGreaterThan(0);
  await place.owner.query('alter table ledger.event enable trigger all; alter table ledger.command enable trigger all');
}

const environment = () => ({ ...process.env, NODE_OPTIONS: '', DATABASE_URL: place.url, MIGRATION_DATABASE_URL: place.migrationUrl });

/** What somebody types, and what comes of it. */
async function svl(...typed: string[]): Promise<{ code: number; out: string; err: string }> {
  const { code, stdout: out, stderr: err } = await svlInProcess(environment(), typed);
  return { code, out, err };
}

it('a record as it was written is intact, and what could not be found is said beside it', async () => {
  await ledgerOf('intact');
  const { code, out, err } = await svl('verify', '--authority', 'intact');
  expect({ code, out }).toEqual({ code: 0, out: 'Record intact to entry 6 of intact.\n' });
  expect(err).toMatch(/^What this check cannot find:\n {2}Somebody .* only a signed checkpoint kept elsewhere reveals that\.\n {2}Position/);
});

it.each([
  [
    'a-byte',
    'a byte of a payload changed',
    [`update ledger.event set payload = replace(payload, '"quantity":"10"', '"quantity":"90"') where authority = $1 and position = 3`],
    '  entry 3: The entry does not match its hash: it was changed after it was recorded.\n',
  ],
  ['middle', 'a row removed from the middle', ['delete from ledger.event where authority = $1 and position = 5'], '  entry 5: Entry 5 is missing.\n'],
  ['the-end', 'a row removed from the end', ['delete from ledger.event where authority = $1 and position = 6'], '  entry 6: Entry 6 is missing.\n'],
  [
    'exchanged',
    'two events of a stream exchanged',
    [
      'update ledger.event set position = position + 100 where authority = $1 and position in (2, 3)',
      'update ledger.event set position = 105 - position where authority = $1 and position > 100',
    ],
    '  entry 2: The entry is version 3 of contract:C1, where version 2 is due.\n',
  ],
  [
    'a-gap',
    'a version left out',
    ['update ledger.event set version = 7 where authority = $1 and position = 6'],
    '  entry 6: The entry is version 7 of contract:C1, where version 5 is due.\n',
  ],
])('%s: %s is found', async (authority, _, statements, found) => {
  await ledgerOf(authority);
  await tamper(authority, ...statements);
  const { code, out } = await svl('verify', '--authority', authority);
  expect(code).toBe(1);
  expect(out).toMatch(new RegExp(`^The record of ${authority} is not intact:\n`));
  expect(out).toContain(found);
});

it('everything rewritten consistently is not found, and that is said', async () => {
  await ledgerOf('rewritten');
  await tamper(
    'rewritten',
    `update ledger.event set payload = replace(payload, '"quantity":"10"', '"quantity":"90"') where authority = $1 and position = 3`,
    `update ledger.event
        set hash = sha256(convert_to(
              '{"actor":' || to_json(actor) || ',"authority":' || to_json(authority) || ',"businessDate":"' || business_date || '","eventId":"' || event_id ||
              '","payload":' || payload || ',"schemaVersion":' || schema_version || ',"stream":' || to_json(stream) || ',"type":' || to_json(type) ||
              ',"version":' || version || '}', 'UTF8'))
      where authority = $1 and position = 3`,
    `update ledger.command
        set hashes = (select string_agg(hash, '' order by position) from ledger.event where authority = $1 and position in (3, 4))
      where authority = $1 and first_position = 3`,
  );
  const { code, out, err } = await svl('verify', '--authority', 'rewritten');
  expect({ code, out }).toEqual({ code: 0, out: 'Record intact to entry 6 of rewritten.\n' });
  expect(err).toContain('rewrites entries, hashes and the rows of commands consistently');
});

it('the exit code of the process is 1, and one document says why', async () => {
  await ledgerOf('in-a-process');
  await tamper('in-a-process', 'delete from ledger.event where authority = $1 and position = 6');
  const typed = ['--import', './test/support/from-source.mjs', 'apps/cli/main.ts', 'verify', '--authority', 'in-a-process', '--json'];
  const ran = await new Promise<{ code: unknown; out: string; err: string }>((resolve) => {
    execFile(process.execPath, typed, { cwd: HOME, env: environment() as NodeJS.ProcessEnv }, (error, out, err) => resolve({ code: error?.code ?? 0, out, err }));
  });
  expect(ran).toMatchObject({ code: 1, err: '' });
  expect(JSON.parse(ran.out)).toMatchObject({
    authority: 'in-a-process',
    to: 6,
    events: 5,
    problems: [{ position: 6, problem: 'Entry 6 is missing.' }],
    notes: expect.arrayContaining([expect.stringContaining('signed checkpoint')]) as string[],
  });
});
