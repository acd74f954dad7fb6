/**
 * Numbers of chance for one thing (a contract, a report) that depend on the seed and on what the thing is called alone:
 * what is decided about one thing moves nothing that is decided about another. The generator is sfc32.
 */
export class Chance {
  private constructor(private readonly state: Uint32Array) {}

  static of(seed: number, ...names: readonly (string | number)[]): Chance {
    const chance = new Chance(Uint32Array.from([seed, hashOf(names.join('/')), 0x9e3779b9, 1]));
    for (let i = 0; i < 15; i++) chance.next();
    return chance;
  }

  /** From 0 up to but not including 1. */
  next(): number {
    const [a, b, c, count] = this.state as unknown as [number, number, number, number];
    const mixed = (a + b + count) >>> 0;
    this.state.set([b ^ (b >>> 9), c + (c << 3), ((c << 21) | (c >>> 11)) + mixed, count + 1]);
    return mixed / 2 ** 32;
  }

  happens(probability: number): boolean {
    return this.next() < probability;
  }

  /** A whole number, both ends included. */
  between(low: number, high: number): number {
    return low + Math.floor(this.next() * (high - low + 1));
  }

  /** Anything from one number to another. */
  within(low: number, high: number): number {
    return low + this.next() * (high - low);
  }

  pick<Thing>(things: readonly Thing[]): Thing {
    return things[Math.floor(this.next() * things.length)]!;
  }

  /** One of them, each as often as its weight says. */
  weighted<Thing>(things: readonly (readonly [number, Thing])[]): Thing {
    let left = this.next() * things.reduce((sum, [weight]) => sum + weight, 0);
    for (const [weight, thing] of things) {
      left -= weight;
      if (left < 0) return thing;
    }
    return things.at(-1)![1];
  }

  /** From the normal distribution (Box and Muller). */
  normal(): number {
    return Math.sqrt(-2 * Math.log(1 - this.next())) * Math.cos(2 * Math.PI * this.next());
  }

  /** From the log-normal distribution with this median; `sigma` is the deviation of its logarithm. */
  logNormal(median: number, sigma: number): number {
    return median * Math.exp(sigma * this.normal());
  }

  /** From the Pareto distribution: at least `least`, the heavier in the tail the smaller `alpha`. */
  pareto(least: number, alpha: number): number {
    return least * (1 - this.next()) ** (-1 / alpha);
  }
}

/** 32 bits of a text: FNV-1a, mixed as MurmurHash3 ends, so that names in a row have nothing in common. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
