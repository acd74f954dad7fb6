import { openAuthority } from './open-authority.decision.js';

describe('The code of an authority', () => {
  const taken = (code: unknown): boolean => openAuthority.safeParse({ code, name: 'Wexcombe' }).success;

  it.each(['wexcombe', 'north-fen', 'e07', 'x'.repeat(40)])('is %s', (code) => expect(taken(code)).toBe(true));

  it.each(['w', '', 'Wexcombe', 'wex combe', 'x'.repeat(41), 'wex/combe', 'wexcombe\n', 'wéx', '../x', 7, null])(
    'is not %j',
    (code) => expect(taken(code)).toBe(false),
  );
});
