import type { Chance } from '../chance.js';

const WORDS = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'];

/** A number as a sentence says it: up to twelve in words; pounds with their sign. */
export function numberSaid(amount: number, pounds: boolean): string {
  if (pounds) return `£${amount.toLocaleString('en-GB')}`;
  return WORDS[amount] ?? amount.toLocaleString('en-GB');
}

const TENS = ['', '', 'twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'];
const TEENS = ['thirteen', 'fourteen', 'fifteen', 'sixteen', 'seventeen', 'eighteen', 'nineteen'];

/** The same where it begins a sentence: up to a hundred in words. */
export function numberBegins(amount: number, pounds: boolean): string {
  const said = numberSaid(amount, pounds);
  if (pounds || amount <= 12 || amount > 100 || !Number.isInteger(amount)) return capital(said);
  if (amount === 100) return 'A hundred';
  if (amount < 20) return capital(TEENS[amount - 13]!);
  const [tens, ones] = [TENS[Math.floor(amount / 10)]!, amount % 10];
  return capital(ones === 0 ? tens : `${tens}-${WORDS[ones]!}`);
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** Fills the places of a sentence: `{n}` (`{N}` where it begins one), `{place}`, `{lot}`. */
export function fill(sentence: string, { n = '', begins = n, place = '', lot = '' }: { readonly n?: string; readonly begins?: string; readonly place?: string; readonly lot?: string }): string {
  return sentence.replaceAll('{n}', n).replaceAll('{N}', begins).replaceAll('{place}', place).replaceAll('{lot}', lot);
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
