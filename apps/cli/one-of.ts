import { refuse } from '#domain/kernel/refusal.js';

/** What an option names, which must be one of some words. */
export function oneOf<Word extends string>(option: string, text: string, words: readonly Word[]): Word {
  return words.find((word) => word === text) ?? refuse(option, text, `must be one of ${words.join(', ')}`, 'Choose one of them, or leave it out.');
}
