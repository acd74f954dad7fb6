/** A small generator of numbers that look random and are the same for the same seed (mulberry32). */
export class Random {
  private state: number;

  constructor(readonly seed: number) {
    this.state = seed >>> 0;
  }

  /** From 0 up to but not including 1. */
  next(): number {
    this.state = (this.state + 0x6d2b79f5) >>> 0;
    let mixed = this.state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }

  chance(probability: number): boolean {
    return this.next() < probability;
  }

  /** A whole number, both ends included. */
  between(low: number, high: number): number {
    return low + Math.floor(this.next() * (high - low + 1));
  }

  pick<Thing>(things: readonly Thing[]): Thing {
    if (things.length === 0) throw new Error('There is nothing to pick from.');
    return things[Math.floor(this.next() * things.length)]!;
  }

  /** Some of them, in their order. */
  some<Thing>(things: readonly Thing[], probability: number): Thing[] {
    return things.filter(() => this.chance(probability));
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

  /** 64 hexadecimal digits. */
  hex(): string {
    return Array.from({ length: 64 }, () => this.between(0, 15).toString(16)).join('');
  }
}
