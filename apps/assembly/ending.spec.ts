import { Refusal, type RefusalKind } from '#domain/kernel/refusal.js';
import { ConfigFailure } from '#engine/config/config.js';
import { StartFailure } from '#engine/database/start-failure.js';
import { Preparing } from '#engine/projections/versions.js';
import { endingOf } from './ending.js';

const fault = { field: '--kind', value: 'x', rule: 'must be variation or entry-error', fix: 'Say which.' };
const refusal = (kind: RefusalKind) => new Refusal([fault], kind);

describe('How a command ended', () => {
  it.each<[string, unknown, number]>([
    ['used wrongly', refusal('invalid'), 2],
    ['about what is not there', refusal('not found'), 2],
    ['with something else that got there first', refusal('conflict'), 4],
    ['on a version that is no longer the latest', refusal('stale'), 4],
    ['in an environment that cannot be used', new ConfigFailure([fault]), 2],
    ['without what it needs', new StartFailure('The database cannot be reached.'), 3],
    ['while what it asks for is being prepared', new Preparing('totals', 2, { done: 1, total: 3 }), 3],
    ['by a fault of ours', new Error('out of cheese'), 3],
  ])('%s is told by its exit code', (_how, failure, code) => {
    expect(endingOf(failure).code).toBe(code);
  });

  it('is told to people in a sentence, and our own faults with where they are', () => {
    expect(endingOf(refusal('invalid')).message).toBe('--kind: must be variation or entry-error (found “x”). Say which.');
    expect(endingOf(new Error('out of cheese')).message).toMatch(/^Something went wrong that should not:\nError: out of cheese\n\s+at /);
  });
});
