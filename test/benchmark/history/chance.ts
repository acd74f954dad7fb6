import { Random } from '../../support/generate-events/random.js';

/**
 * Numbers of chance for one thing (a contract, a report) that depend on the seed and the thing's own numbers alone: what
 * was decided about it can be asked again at any time, and nothing has to be remembered.
 */
export function chanceOf(seed: number, ...numbers: readonly number[]): Random {
  let mixed = seed | 0;
  for (const number of numbers) {
    mixed = Math.imul(mixed ^ (number + 0x9e3779b9), 0x85ebca6b);
    mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
    mixed ^= mixed >>> 16;
  }
  return new Random(mixed);
}

/** 64 hexadecimal digits, as of a file's SHA-256. */
export function fileHash(chance: Random): string {
  const words = Uint32Array.from({ length: 8 }, () => chance.next() * 2 ** 32);
  return Buffer.from(words.buffer).toString('hex');
}

/** The opaque id of a person. */
export function person(number: number): string {
  return `0b5e7a10-0000-4000-8000-${String(number).padStart(12, '0')}`;
}

/** 75 is `7.5`. */
export function tenths(count: number): string {
  return count % 10 === 0 ? String(count / 10) : `${Math.floor(count / 10)}.${count % 10}`;
}
