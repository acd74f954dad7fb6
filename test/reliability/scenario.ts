import { Random } from '../support/generate-events/random.js';

/** `full` under `npm run reliability`, `small` in `npm test`. */
export const size: 'small' | 'full' = process.env['RELIABILITY'] === 'full' ? 'full' : 'small';

/** How much of something a scenario takes, by the size of this run. */
export const sized = <Amount>(amounts: { readonly small: Amount; readonly full: Amount }): Amount => amounts[size];

const WITHIN = sized({ small: 300_000, full: 5_400_000 });
const TELL_EVERY = 5_000;

/**
 * A story in which something goes wrong, and the proof that nothing was lost: one test. It tells its seed and its
 * counts, whether it ends well or not; in the full size also now and then on the way.
 */
export function scenario(name: string, play: (run: Run) => Promise<void>): void {
  it(
    name,
    async () => {
      const run = new Run(seedOfThisRun());
      const telling = setInterval(() => run.tell(`… ${name}`), TELL_EVERY);
      if (size === 'small') clearInterval(telling);
      telling.unref();
      try {
        await play(run);
        run.tell(`✓ ${name}`);
      } catch (error) {
        run.tell(`✕ ${name}`);
        throw error;
      } finally {
        clearInterval(telling);
      }
    },
    WITHIN,
  );
}

/** One run of a scenario: its seed, chance that comes from it, and what it has counted. */
export class Run {
  readonly random: Random;
  private readonly counts = new Map<string, number | string>();
  private readonly begun = performance.now();

  constructor(readonly seed: number) {
    this.random = new Random(seed);
  }

  /** Chance of its own for a part that works beside others, so that it does not depend on who comes first. */
  chance(part: number): Random {
    return new Random(this.seed + Math.imul(part + 1, 0x9e3779b1));
  }

  count(what: string, by = 1): void {
    this.counts.set(what, ((this.counts.get(what) as number | undefined) ?? 0) + by);
  }

  counted(what: string): number {
    return Number(this.counts.get(what) ?? 0);
  }

  /** Something measured, in words. */
  note(what: string, value: string): void {
    this.counts.set(what, value);
  }

  tell(how: string): void {
    const counts = [...this.counts].map(([what, value]) => (typeof value === 'number' ? `${value.toLocaleString('en-GB')} ${what}` : `${what} ${value}`));
    const seconds = ((performance.now() - this.begun) / 1_000).toFixed(1);
    process.stderr.write(`${[`reliability ${how}`, `SEED=${this.seed}`, ...counts, `${seconds} s`].join(' · ')}\n`);
  }
}

/** SEED; without it the small size is the same each time, and the full one never. `SEED=random` draws one. */
function seedOfThisRun(): number {
  const given = process.env['SEED'] ?? (size === 'full' ? 'random' : '20260331');
  return given === 'random' ? Math.floor(Math.random() * 2 ** 31) : Number(given);
}
