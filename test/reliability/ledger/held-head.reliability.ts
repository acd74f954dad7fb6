import { setTimeout as pause } from 'node:timers/promises';
import { Database } from '#engine/database/database.js';
import { command } from '#engine/ledger/commands-for-tests.js';
import { firstCatalogue } from '#engine/ledger/conformance-events.js';
import { PostgresLedger } from '#engine/ledger/postgres-ledger.js';
import { type Run, scenario, size, sized } from '../scenario.js';
import { hangingAppend } from './load/hanging-append.js';
import { Pace } from './load/pace.js';
import { placeForLedgers } from './load/place.js';

describe('transactions that hang after they have appended', () => {
  scenario('one stops its own authority and no other', (run) => holds(run, 1));

  scenario('many, more than there are lanes and connections, stop theirs and no other', (run) => holds(run, 12));

  scenario('nor one whose head two processes take turns at', (run) => holds(run, 12, 2));
});

/** Callers of each of the other authorities, each with a stream of its own. */
const CALLERS = 4;
/** Four lanes and two questions may wait; two are left. */
const CONNECTIONS = 8;

async function holds(run: Run, number: number, processes = 1): Promise<void> {
  const { others, milliseconds } = sized({ small: { others: 4, milliseconds: 1_500 }, full: { others: 32, milliseconds: 20_000 } });
  const place = await placeForLedgers();
  const databases = await Promise.all(Array.from({ length: processes }, () => Database.open(place.url, { connections: CONNECTIONS })));
  const elsewhere = await Database.open(place.url, { connections: number });
  let hanging: readonly Hanging[] = [];
  try {
    const ledgers = databases.map((database) => new PostgresLedger({ database, catalogue: firstCatalogue }));
    const [ledger] = ledgers as [PostgresLedger];
    const held = Array.from({ length: number }, (_, i) => `held-${i}`);
    const free = Array.from({ length: others }, (_, i) => `free-${i}`);
    for (const authority of [...held, ...free]) await ledger.open(authority, authority);
    const callers = free.flatMap((authority) => Array.from({ length: CALLERS }, (_, i) => new Caller(ledgers[i % processes]!, authority, `contract:${i}`)));

    const undisturbed = await appending(callers, milliseconds / 3);
    run.note('undisturbed', String(undisturbed));
    hanging = await Promise.all(held.map((authority) => hang(elsewhere, authority)));
    let answered = 0;
    const stopped = held.map((authority, i) => ledgers[i % processes]!.append(command(authority, 'contract:stopped', 0)).finally(() => answered++));
    // An instant that has passed, though not for these ledgers: who holds their heads may still record before it.
    const instant = new Date().toISOString();
    await pause(5);
    const asking = held.flatMap((authority) => Array.from({ length: CONNECTIONS }, (_, i) => ledgers[i % processes]!.positionAt(authority, instant).finally(() => answered++)));
    for (const authority of held) expect(await ledger.positionAt(authority, new Date(Date.now() + 3_600_000).toISOString())).toBe(0);
    const meanwhile = await appending(callers, milliseconds);
    // None of the heads has been let go of: whatever the others were answered, they were answered beside them.
    expect(answered).toBe(0);
    expect(meanwhile.answers).toBeGreaterThan(callers.length);
    run.note(`${number} held`, String(meanwhile));
    // The one comparison of times: of two within a run, both long enough in the full size.
    if (size === 'full') expect(meanwhile.perSecond).toBeGreaterThan(undisturbed.perSecond / 2);

    for (const one of hanging) one.letGo();
    expect(await Promise.all(hanging.map(({ ended }) => ended))).toEqual(held.map(() => expect.objectContaining({ outcome: 'appended', position: 2 }) as object));
    expect(await Promise.all(stopped)).toEqual(held.map(() => expect.objectContaining({ outcome: 'appended', position: 3 }) as object));
    // What hung was recorded before the instant, and what waited for it after.
    expect(new Set(await Promise.all(asking))).toEqual(new Set([2]));
    run.count('instants resolved', asking.length);
    run.note('afterwards', String(await appending(callers, milliseconds / 3)));
    for (const caller of callers) expect(await place.owner.query(versions, [caller.authority, caller.stream])).toMatchObject({ rows: [{ entries: caller.version, last: caller.version }] });
  } finally {
    // Also when it fails: whoever waits for a head would keep the test from ending, and from telling why.
    for (const one of hanging) one.letGo();
    for (const database of databases) await database.close();
    await elsewhere.close();
    await place.drop();
  }
}

const versions = 'select count(*)::int as entries, max(version) as last from ledger.event where authority = $1 and stream = $2';

/** Appends to a stream of its own, one event after the other. */
class Caller {
  version = 0;

  constructor(
    private readonly ledger: PostgresLedger,
    readonly authority: string,
    readonly stream: string,
  ) {}

  async append(): Promise<void> {
    const outcome = await this.ledger.append(command(this.authority, this.stream, this.version));
    expect(outcome).toMatchObject({ outcome: 'appended', versions: { [this.stream]: ++this.version } });
  }
}

async function appending(callers: readonly Caller[], milliseconds: number): Promise<Pace> {
  const pace = new Pace();
  const until = performance.now() + milliseconds;
  await Promise.all(
    callers.map(async (caller) => {
      do await pace.timed(() => caller.append());
      while (performance.now() < until);
    }),
  );
  pace.end();
  return pace;
}

interface Hanging {
  letGo(): void;
  readonly ended: Promise<unknown>;
}

/** Two events of a transaction that keeps the head until it is let go of. */
async function hang(database: Database, authority: string): Promise<Hanging> {
  let letGo = (): void => undefined;
  const released = new Promise<'commit'>((resolve) => (letGo = () => resolve('commit')));
  const sent = { id: `hanging of ${authority}`, authority, requestHash: '0'.repeat(64), how: 'append' as const, writes: [{ stream: 'contract:hanging', expected: 0, events: 2 }] };
  let ended: Promise<unknown> = Promise.resolve();
  await new Promise<void>((holding, failed) => {
    ended = hangingAppend(database, sent, () => (holding(), released));
    ended.catch(failed);
  });
  return { letGo, ended };
}
