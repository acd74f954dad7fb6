import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Database } from '#engine/database/database.js';
import { firstCatalogue } from '#engine/ledger/conformance-events.js';
import { PostgresLedger } from '#engine/ledger/postgres-ledger.js';
import { Random } from '../../support/generate-events/random.js';
import { Bookkeeping } from './load/bookkeeping.js';
import { CommandLog, type LogLine, readLog } from './load/command-log.js';
import { deliveryFaults, NO_FAULTS } from './load/delivery.js';
import { type Place, placeForLedgers } from './load/place.js';
import { Sending } from './load/sending.js';
import { Writer } from './load/writer.js';

/** The books by which the ledger is acquitted find each fault that is put into it, or into what its senders were told. */
const authority = 'fenmarch';
let place: Place;
let database: Database;
let folder: string;
let lines: LogLine[];

beforeAll(async () => {
  place = await placeForLedgers();
  database = await Database.open(place.url, { connections: 4 });
  folder = mkdtempSync(join(tmpdir(), 'svl-harness-'));
  const ledger = new PostgresLedger({ database, catalogue: firstCatalogue });
  await ledger.open(authority, 'Fenmarch');
  const log = new CommandLog(join(folder, 'log'));
  await Promise.all(
    [1, 2, 3].map((i) => {
      let answered = 0;
      const sending = new Sending(ledger, log, new Random(i), (what) => what === 'answered' && answered++);
      return new Writer(`w${i}`, [authority], 2, new Random(10 + i), sending).work(() => answered >= 25);
    }),
  );
  log.close();
  lines = readLog(join(folder, 'log'));
});

afterAll(async () => {
  await database.close();
  await place.drop();
  rmSync(folder, { recursive: true });
});

const faults = (of: readonly LogLine[] = lines): Promise<string[]> => new Bookkeeping(of).faults(place.owner, authority);

it('finds nothing wrong with a ledger that is as its senders were told', async () => {
  expect(lines.length).toBeGreaterThan(100);
  expect(await faults()).toEqual([]);
});

describe('finds', () => {
  beforeEach(async () => {
    await place.owner.query('begin');
    await place.owner.query("set local session_replication_role = 'replica'");
  });
  afterEach(() => place.owner.query('rollback'));

  it.each([
    ['a lost entry', 'delete from ledger.event where position = 9', /is not at|stands where/],
    ['a lost last entry', 'delete from ledger.event where position = (select max(position) from ledger.event)', /is not at/],
    ['a lost command', "delete from ledger.command where first_position > 9", /says undefined instead of/],
    ['another request', "update ledger.command set request_hash = sha256('x') where first_position = 1", /instead of/],
    ['a moment that runs backwards', "update ledger.event set recorded_at = recorded_at - interval '1 day' where position = 9", /after one recorded at/],
    ['a moment that is not the one told', "update ledger.event set recorded_at = recorded_at - interval '1 day' where position = 1", /was not recorded at/],
    ['a version left out', 'update ledger.event set version = version + 100 where position = 9', /where \d+ is due/],
    ['an entry recorded twice', `update ledger.event set payload = (select payload from ledger.event where position = 8) where position = 9`, /is in the ledger twice/],
    [
      'an entry that nobody sent',
      `insert into ledger.event select authority, position + 1, 'x', 1, event_id, type, schema_version, business_date, recorded_at, actor, '{"note":"x"}', hash
         from ledger.event order by position desc limit 1`,
      /x is in the ledger, and nobody was told/,
    ],
    ['a command that nobody sent', "insert into ledger.command select authority, 'x', request_hash, 1, 1, recorded_at, sha256('x'), answer from ledger.command limit 1", /command x has a row/],
    ['a reference given to somebody else', "update ledger.reference set stream = 'x'", /belongs to x/],
    ['a reference lost', 'delete from ledger.reference', /nobody has it|belongs to undefined/],
  ])('%s', async (_, sql, fault) => {
    const { rowCount } = await place.owner.query(sql);
    expect(rowCount).toBeGreaterThan(0);
    expect(await faults()).toContainEqual(expect.stringMatching(fault));
  });

  it('a command that was never answered, and one that was answered twice and not alike', async () => {
    const answer = lines.find((line) => 'answered' in line && line.answer.outcome === 'appended') as Extract<LogLine, { answered: string }>;
    expect(await faults(lines.filter((line) => !('answered' in line && line.answered === answer.answered)))).toContain(`${answer.answered} was never answered`);
    const moved = { ...answer, answer: { ...answer.answer, position: answer.answer.position! + 1 } };
    expect(await faults([...lines, moved])).toContainEqual(expect.stringMatching(/was answered differently/));
    expect(await faults([...lines, answer])).toContain(`${answer.answered} was appended more than once`);
  });
});

describe('finds of what a reader was given', () => {
  const given = (...of: [number, string, string?][]) => of.map(([position, note, recordedAt = '10:00']) => ({ position, note, recordedAt }));

  it('nothing wrong where all came once, in order', () => {
    expect(deliveryFaults(['a', 'b'], given([1, 'a'], [2, 'b'], [3, 'c']))).toEqual(NO_FAULTS);
  });

  it.each([
    ['what is lost', given([1, 'a']), { lost: ['b'] }],
    ['what came twice', given([1, 'a'], [2, 'b'], [2, 'b']), { twice: ['b'], outOfOrder: ['b'] }],
    ['what came too early', given([2, 'b'], [1, 'a']), { gaps: ['b'], outOfOrder: ['a'] }],
    ['a gap', given([1, 'a'], [3, 'b']), { gaps: ['b'] }],
    ['a moment that ran backwards', given([1, 'a', '10:00'], [2, 'b', '09:59']), { momentsBackwards: ['b'] }],
  ])('%s', (_, delivered, found) => {
    expect(deliveryFaults(['a', 'b'], delivered)).toEqual({ ...NO_FAULTS, ...found });
  });
});
