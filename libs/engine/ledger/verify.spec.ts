import { ledgerDatabase, type LedgerDatabase } from '../../../test/support/ledger-database.js';
import { command } from './commands-for-tests.js';
import { firstCatalogue, note, promise, review } from './conformance-events.js';
import type { Ledger, LedgerProblem } from './ledger.js';

let there: LedgerDatabase;
let ledger: Ledger;
let authority: string;
let nth = 0;

beforeAll(async () => {
  there = await ledgerDatabase();
  ledger = there.ledger(firstCatalogue);
});

afterAll(() => there.close());

/** Ten entries: contract:A holds 1, 3, 5, 7 and 10, contract:B the others; the last three came by one command. */
beforeEach(async () => {
  authority = `authority-${++nth}`;
  await ledger.open(authority, authority);
  for (let i = 0; i < 7; i++) {
    await ledger.append(command(authority, `contract:${'AB'[i % 2]}`, Math.floor(i / 2), [promise('jobs', i)]));
  }
  const last = command(authority, 'contract:B', 3, [note('eight'), review('nine')]);
  await ledger.append({ ...last, writes: [...last.writes, { stream: 'contract:A', expectedVersion: 4, events: [note('ten')] }] });
  expect((await ledger.verify(authority)).problems).toEqual([]);
});

/** What somebody with full power over the database could do, triggers disabled. */
async function tamper(...sql: string[]): Promise<readonly LedgerProblem[]> {
  await there.owner.query('begin');
  await there.owner.query("set local session_replication_role = 'replica'");
  for (const statement of sql) {
    const { rowCount } = await there.owner.query(statement, [authority]);
    expect(rowCount).toBeGreaterThan(0);
  }
  await there.owner.query('commit');
  return (await ledger.verify(authority)).problems;
}

const places = (problems: readonly LedgerProblem[]) => problems.map(({ position }) => position);

describe('svl verify finds', () => {
  it('a changed byte of a payload', async () => {
    const problems = await tamper(`update ledger.event set payload = replace(payload, '"quantity":3', '"quantity":4') where authority = $1 and position = 4`);
    expect(problems).toEqual([{ position: 4, problem: 'The entry does not match its hash: it was changed after it was recorded.' }]);
  });

  it.each([
    ['stream', "'contract:Z'"],
    ['type', "'Noted'"],
    ['actor', "'somebody else'"],
    ['business_date', "'2024-01-01'"],
    ['schema_version', '2'],
    ['event_id', 'gen_random_uuid()'],
  ])('a changed %s', async (column, value) => {
    const problems = await tamper(`update ledger.event set ${column} = ${value} where authority = $1 and position = 4`);
    expect(problems).toContainEqual({ position: 4, problem: 'The entry does not match its hash: it was changed after it was recorded.' });
  });

  it('a moment that runs backwards', async () => {
    const problems = await tamper(`update ledger.event set recorded_at = recorded_at - interval '1 year' where authority = $1 and position = 4`);
    expect(problems).toContainEqual({ position: 4, problem: expect.stringMatching(/before its predecessor/) as string });
  });

  it('a moment that was changed and does not run backwards', async () => {
    const problems = await tamper(`update ledger.event set recorded_at = recorded_at + interval '1 year' where authority = $1 and position = 10`);
    expect(problems).toEqual([{ position: 10, problem: expect.stringMatching(/^The entry has another moment than the command \S+, which was recorded at 20\S+\.$/) as string }]);
  });

  it('a changed payload whose hash was changed to match', async () => {
    const problems = await tamper(`update ledger.event set hash = sha256('x') where authority = $1 and position = 4`);
    expect(problems.map(({ problem }) => problem)).toContainEqual(expect.stringMatching(/^Another entry stands here than the command .* wrote\.$/));
  });

  it('a row removed from the middle', async () => {
    const problems = await tamper('delete from ledger.event where authority = $1 and position = 4');
    expect(problems).toContainEqual({ position: 4, problem: 'Entry 4 is missing.' });
    expect(problems).toContainEqual({ position: 6, problem: 'The entry is version 3 of contract:B, where version 2 is due.' });
  });

  it('rows removed from the end', async () => {
    const problems = await tamper('delete from ledger.event where authority = $1 and position > 9');
    expect(problems).toEqual([{ position: 10, problem: 'Entry 10 is missing.' }]);
    const more = await tamper('delete from ledger.event where authority = $1 and position > 6');
    expect(more).toEqual([{ position: 7, problem: 'Entries 7 to 10 are missing.' }]);
  });

  it('a ledger emptied', async () => {
    const problems = await tamper('delete from ledger.event where authority = $1');
    expect(problems).toEqual([{ position: 1, problem: 'Entries 1 to 10 are missing.' }]);
  });

  it('a version gap', async () => {
    const problems = await tamper('update ledger.event set version = 9 where authority = $1 and position = 10');
    expect(problems).toContainEqual({ position: 10, problem: 'The entry is version 9 of contract:A, where version 5 is due.' });
  });

  it('a gap closed by moving what follows up', async () => {
    const problems = await tamper(
      'delete from ledger.event where authority = $1 and position = 4',
      'update ledger.event set position = position + 100 where authority = $1 and position > 4',
      'update ledger.event set position = position - 101 where authority = $1 and position > 100',
    );
    expect(places(problems)).toContain(4);
    expect(problems).toContainEqual({ position: 10, problem: 'Entry 10 is missing.' });
  });

  it('two entries of a stream exchanged', async () => {
    const problems = await tamper(
      'update ledger.event set position = position + 100 where authority = $1 and position in (3, 5)',
      'update ledger.event set position = case position when 103 then 5 else 3 end where authority = $1 and position > 100',
    );
    expect(places(problems)).toEqual(expect.arrayContaining([3, 5, 7]));
    expect(problems).toContainEqual({ position: 3, problem: 'The entry is version 3 of contract:A, where version 2 is due.' });
  });

  it('the contents of two entries exchanged, versions and all else in place', async () => {
    const problems = await tamper(
      `update ledger.event e
          set payload = other.payload, event_id = other.event_id, hash = other.hash, business_date = other.business_date
         from ledger.event other
        where e.authority = $1 and other.authority = $1 and (e.position, other.position) in ((3, 5), (5, 3))`,
    );
    expect(new Set(places(problems))).toEqual(new Set([3, 5]));
  });

  it('a command’s row removed, or written over another’s positions', async () => {
    expect(await tamper('delete from ledger.command where authority = $1 and first_position = 4')).toEqual([
      { position: 4, problem: 'Entry 4: no command says it wrote this.' },
    ]);
    const twice = await tamper(
      `insert into ledger.command select authority, 'second', request_hash, first_position, last_position, recorded_at, hashes, answer
         from ledger.command where authority = $1 and first_position = 5`,
      `insert into ledger.command select authority, 'third', request_hash, first_position, last_position, recorded_at, hashes, answer
         from ledger.command where authority = $1 and first_position = 5 limit 1`,
    );
    expect(twice.map(({ problem }) => problem)).toContainEqual('Entry 5: more than one command says it wrote this.');
  });

  it('an entry added behind the last command', async () => {
    const problems = await tamper(
      `insert into ledger.event select authority, 11, stream, 6, event_id, type, schema_version, business_date, recorded_at, actor, payload, hash
         from ledger.event where authority = $1 and position = 10`,
    );
    expect(problems).toContainEqual({ position: 11, problem: 'Entry 11: no command says it wrote this.' });
  });

  it('more than anybody would read, and counts what it leaves out', async () => {
    const events = Array.from({ length: 1_500 }, (_, i) => note(`${i}`));
    await ledger.append(command(authority, 'contract:long', 0, events));
    const problems = await tamper(`update ledger.event set actor = 'x' where authority = $1 and position > 10`);
    expect(problems).toHaveLength(1_001);
    expect(problems.at(-1)).toEqual({ position: null, problem: 'And 500 problems more.' });
  });

  it('an erasable text that was changed', async () => {
    expect(await tamper("update ledger.erasable_text set text = 'eleven' where authority = $1")).toEqual([
      { position: null, problem: expect.stringMatching(/does not match its digest/) as string },
    ]);
  });
});

describe('svl verify says that it cannot find', () => {
  it('an entry rewritten with its hash, and with the row of its command', async () => {
    const problems = await tamper(
      `update ledger.event
          set payload = '{"measure":"jobs","quantity":1000000}',
              hash = sha256(convert_to(
                '{"actor":' || to_json(actor) || ',"authority":' || to_json(authority) || ',"businessDate":"' || business_date ||
                '","eventId":"' || event_id || '","payload":{"measure":"jobs","quantity":1000000},"schemaVersion":' || schema_version ||
                ',"stream":' || to_json(stream) || ',"type":' || to_json(type) || ',"version":' || version || '}', 'UTF8'))
        where authority = $1 and position = 4`,
      `update ledger.command c set hashes = e.hash from ledger.event e where c.authority = $1 and first_position = 4 and e.authority = $1 and e.position = 4`,
    );
    expect(problems).toEqual([]);
    expect((await ledger.readPositions(authority, [4]))[0]!.payload).toEqual({ measure: 'jobs', quantity: 1_000_000 });
    expect((await ledger.verify(authority)).notes[0]).toMatch(/^Somebody .* who rewrites entries, hashes and the rows of commands consistently, .* only a signed checkpoint kept elsewhere reveals that\.$/);
  });

  it('a moment changed in an entry and in the row of its command, between those beside it', async () => {
    const problems = await tamper(
      `update ledger.event set recorded_at = recorded_at + interval '1 year' where authority = $1 and position >= 8`,
      `update ledger.command set recorded_at = recorded_at + interval '1 year' where authority = $1 and first_position = 8`,
    );
    expect(problems).toEqual([]);
    expect((await ledger.verify(authority)).notes[1]).toMatch(/a moment that was changed in the entry and in the row of its command is noticed only where/);
  });

  it('a reference that was given to somebody else, or what a command was asked and answered', async () => {
    const claim = { kind: 'contract', reference: 'C01', stream: 'contract:A' };
    await ledger.append(command(authority, 'contract:A', 5, [note('eleven')], [claim]));
    const problems = await tamper(
      `update ledger.reference set stream = 'contract:B' where authority = $1`,
      `update ledger.command set request_hash = sha256('x'), answer = '{"id":"x"}' where authority = $1 and first_position = 11`,
    );
    expect(problems).toEqual([]);
    expect((await ledger.verify(authority)).notes[2]).toMatch(/The index of references, and what commands were asked and answered, are not covered by hashes\./);
  });

  it('the last commands removed with all they wrote', async () => {
    const problems = await tamper(
      'delete from ledger.event where authority = $1 and position > 7',
      'delete from ledger.command where authority = $1 and first_position > 7',
    );
    expect(problems).toEqual([]);
    expect((await ledger.verify(authority)).notes[0]).toMatch(/removes the last commands with all they wrote/);
  });
});
