import pg from 'pg';
import { command } from '#engine/ledger/commands-for-tests.js';
import { firstCatalogue } from '#engine/ledger/conformance-events.js';
import { encodeGroup } from '#engine/ledger/encoded-group.js';
import { EventCodec } from '#engine/ledger/event-codec.js';
import { Gatherer } from '#engine/ledger/gatherer.js';
import { problemOf } from './problem-of.js';

const saidByTheServer = (code: string, message: string): Error => Object.assign(new pg.DatabaseError(message, 0, 'error'), { code, severity: 'FATAL' });
const refused = (): Error => Object.assign(new Error('connect ECONNREFUSED 127.0.0.1:5432'), { code: 'ECONNREFUSED', syscall: 'connect' });

describe('a database that cannot be reached', () => {
  it.each([
    ['it refuses the connection', refused()],
    ['it refuses at each of its addresses', new AggregateError([refused(), refused()])],
    ['it is starting', saidByTheServer('57P03', 'the database system is starting up')],
    ['it has no room', saidByTheServer('53300', 'sorry, too many clients already')],
    ['no connection came free', new Error('timeout exceeded when trying to connect')],
  ])('has recorded nothing: %s', (_, failure) => {
    expect(problemOf(failure)).toMatchObject({ kind: 'unavailable', detail: expect.stringContaining('Nothing has been recorded') as string });
  });
});

describe('a connection that is lost', () => {
  /** The bug: whoever was cut off while a transaction committed was told that nothing had been recorded. */
  it('may have recorded something, also where the server ended it', () => {
    const { kind, detail } = problemOf(saidByTheServer('57P01', 'terminating connection due to administrator command'))!;
    expect(kind).toBe('unavailable');
    expect(detail).toContain('may have been recorded');
    expect(problemOf(new Error('Connection terminated unexpectedly'))).toBeUndefined();
  });

  /** The bug: what the ledger’s second call met was told, which had sent nothing; the first one may have committed. */
  it.each([
    ['terminated, then ECONNREFUSED', new Error('Connection terminated unexpectedly')],
    ['ended by the server, then ECONNREFUSED', saidByTheServer('57P01', 'terminating connection due to administrator command')],
  ])('denies nothing: %s', async (_, lost) => {
    let calls = 0;
    const gatherer = new Gatherer(() => Promise.reject(++calls === 1 ? lost : refused()));
    const group = encodeGroup(new EventCodec(firstCatalogue), command('fenmarch', 'contract:C01', 0), '2026-03-31T09:00:00.000Z');
    const failure: unknown = await gatherer.append(group).catch((error: unknown) => error);
    expect(calls).toBe(2);
    expect(failure).toBe(lost);
    expect(problemOf(failure)?.detail ?? '').not.toContain('Nothing has been recorded');
  });
});
