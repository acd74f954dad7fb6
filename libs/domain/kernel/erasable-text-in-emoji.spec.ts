import { z } from 'zod';
import { erasableText, isErasable } from './event.js';

/**
 * Cells count characters and events counted UTF-16 units, of which an emoji has two: a bid sentence of 1,500 of them
 * passed the sheet and broke the whole import off, naming neither sheet nor row.
 */
describe('An erasable text', () => {
  const sentence = erasableText(2_000);

  it('has as many characters as people count', () => {
    expect(z.safeParse(sentence, '🌱'.repeat(2_000)).success).toBe(true);
    expect(z.safeParse(sentence, '🌱'.repeat(2_001)).success).toBe(false);
    expect(z.safeParse(sentence, 'a'.repeat(2_000)).success).toBe(true);
    expect(z.safeParse(sentence, 'a'.repeat(2_001)).success).toBe(false);
  });

  it('is still marked', () => expect(isErasable(sentence)).toBe(true));
});
