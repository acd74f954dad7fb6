import type { Chance } from '../chance.js';

const WORDS = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'];

/** A number as a sentence says it: up to twelve in words; pounds with their sign. */
export function numberSaid(amount: number, pounds: boolean): string {
  if (pounds) return `£${amount.toLocaleString('en-GB')}`;
  return WORDS[amount] ?? amount.toLocaleString('en-GB');
}

/** Fills the places of a sentence: `{n}` (`{N}` where it begins one), `{place}`, `{lot}`. */
export function fill(sentence: string, { n = '', place = '', lot = '' }: { readonly n?: string; readonly place?: string; readonly lot?: string }): string {
  const capital = n.charAt(0).toUpperCase() + n.slice(1);
  return sentence.replaceAll('{n}', n).replaceAll('{N}', capital).replaceAll('{place}', place).replaceAll('{lot}', lot);
}

/** Something to say that was not said yet; after some tries, something that was. */
export function unsaid(said: Set<string>, say: () => string, tries = 12): string {
  let sentence = say();
  for (let count = 1; count < tries && said.has(sentence); count++) sentence = say();
  said.add(sentence);
  return sentence;
}

/** A bid's sentence: what is promised, and in most what else is. */
export function sentence(chance: Chance, says: readonly string[], adds: readonly string[], words: Parameters<typeof fill>[1]): string {
  return `${fill(chance.pick(says) + (chance.happens(0.7) ? chance.pick(adds) : ''), words)}.`;
}
