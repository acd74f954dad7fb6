import { dayAfter } from '../naive-count/days.js';
import { providerReferences, providerTypes, measurePatterns, factorPercents, tags, type MeasurePattern } from './pools.js';
import { Random } from './random.js';

export interface GeneratedEvent {
  readonly stream: string;
  readonly event: { readonly type: string; readonly businessDate: string; readonly payload: object };
  /** The day on which it came into the ledger; never runs backwards. */
  readonly recordedOn: string;
}

export interface Factors {
  readonly deadweight: string | null;
  readonly displacement: string | null;
  readonly leakage: string | null;
  readonly causedByOthers: string | null;
}

export type MeasureTerms = MeasurePattern & {
  readonly measure: string;
  readonly valueSource: string;
  readonly factors: Factors;
  readonly tags: readonly string[];
};

/** The authority began to use the ledger. */
export const FIRST_DAY = '2023-07-03';
const DAYS = 1_200;

/** A history in the making: what was said so far, the day that it has reached, and the authority's own facts. */
export class History {
  readonly random: Random;
  readonly said: GeneratedEvent[] = [];
  readonly providers = new Map<string, string>();
  readonly measures = new Map<string, MeasureTerms>();
  closedThrough: string | undefined;
  private readonly days: readonly string[];
  private readonly counts = new Map<string, number>();

  constructor(
    seed: number,
    private readonly length: number,
  ) {
    this.random = new Random(seed);
    const days = [FIRST_DAY];
    while (days.length < DAYS) days.push(dayAfter(days.at(-1)!));
    this.days = days;
  }

  get isLongEnough(): boolean {
    return this.said.length >= this.length;
  }

  /** How far the history is, from 0 to 1. */
  get progress(): number {
    return Math.min(1, this.said.length / this.length);
  }

  get today(): string {
    return this.days[Math.min(DAYS - 1, Math.floor(this.progress * DAYS))]!;
  }

  say(stream: string, type: string, payload: object, businessDate = this.today): void {
    this.said.push({ stream, event: { type, businessDate, payload }, recordedOn: this.today });
  }

  /** The next reference of its kind: `D0001`, `D0002` … */
  reference(letter: string): string {
    const count = (this.counts.get(letter) ?? 0) + 1;
    this.counts.set(letter, count);
    return `${letter}${String(count).padStart(4, '0')}`;
  }

  /** Some providers, each made known to the authority when it is first met. */
  providersFor(count: number): readonly string[] {
    const left = [...providerReferences];
    return Array.from({ length: count }, () => {
      const [reference] = left.splice(this.random.between(0, left.length - 1), 1);
      if (!this.providers.has(reference!)) this.sayProvider('ProviderRegistered', reference!);
      return reference!;
    });
  }

  changeProvider(): boolean {
    if (this.providers.size === 0) return false;
    this.sayProvider(this.random.pick(['ProviderVaried', 'ProviderCorrected']), this.random.pick([...this.providers.keys()]));
    return true;
  }

  private sayProvider(type: string, reference: string): void {
    const { random } = this;
    const terms = {
      reference,
      name: `${reference} of Testshire`,
      type: random.pick(providerTypes),
      local: random.pick([true, false, null]),
      place: random.pick(['Eastmoor', '']),
      companiesHouse: '',
      charityNumber: '',
    };
    this.providers.set(reference, terms.type);
    this.say(`provider:${reference}`, type, type === 'ProviderRegistered' ? { terms } : { terms, reason: 'The provider wrote to us.' });
  }

  /** A measure, made known when it is first met. */
  measure(): MeasureTerms {
    const place = this.random.between(0, measurePatterns.length - 1);
    const reference = `M${place + 1}`;
    const known = this.measures.get(reference);
    if (known) return known;
    const terms: MeasureTerms = {
      ...measurePatterns[place]!,
      measure: reference,
      valueSource: 'own estimate',
      factors: this.factors(),
      tags: this.random.some(tags, 0.3),
    };
    this.measures.set(reference, terms);
    this.say('measure-set:own', 'MeasureDefined', { terms });
    return terms;
  }

  changeMeasure(): boolean {
    if (this.measures.size === 0) return false;
    const terms = this.revalued(this.random.pick([...this.measures.values()]));
    this.measures.set(terms.measure, terms);
    this.say('measure-set:own', this.random.pick(['MeasureVaried', 'MeasureCorrected']), { terms, reason: 'A new edition.' });
    return true;
  }

  revalued(terms: MeasureTerms): MeasureTerms {
    const valued = terms.unitValue !== null && terms.kind !== 'money';
    return { ...terms, factors: this.factors(), ...(valued ? { unitValue: this.random.pick(['0.005', '7.0525', '101', '1000.5', '333.3333']) } : {}) };
  }

  /** All four, none, or some. */
  factors(): Factors {
    const { random } = this;
    const given = random.pick([1, 1, 0, 0.5]);
    const factor = () => (random.chance(given) ? random.pick(factorPercents) : null);
    return { deadweight: factor(), displacement: factor(), leakage: factor(), causedByOthers: factor() };
  }
}
