import { addDays, daysBothCounted, type IsoDate } from '#domain/kernel/date.js';
import { financialYearOf } from '#domain/kernel/financial-year.js';
import type { Period } from '#domain/kernel/period.js';
import { Chance } from '../chance.js';
import { type Evidence, evidenceFor } from '../distributions/evidence.js';
import { deliveredPart } from '../distributions/temperaments.js';
import { monthsAfter, weekday } from '../periods.js';
import { measureOf } from '../words/measures.js';
import { promiseWords } from '../words/promises.js';
import { fill } from '../words/say.js';
import { suits } from '../words/seasons.js';
import { type CommitmentMade, dueIn, type Grain } from './commitment-made.js';
import { type ContractMade, memberAndPeriod } from './contract-made.js';
import type { Ground } from './ground.js';
import { quarterOf } from './quarter-of.js';
import { figuresOf, partOf } from './quantities.js';
import { reviewDelivery } from './review-delivery.js';

/** A line that a provider reports: a total of some days, or an item of one. */
interface Line extends Period {
  readonly item: boolean;
  readonly amount: number;
}

/** Some sectors stand still in winter. */
const WINTER = { sectors: ['construction', 'highways'], measures: ['M01', 'M12', 'M16'], part: 0.74 } as const;

/** Of reports, so many say what was done. */
const DESCRIBED = 0.34;

/** Everything that is reported on a commitment, with what follows. */
export function reportDeliveries(ground: Ground, contract: ContractMade, commitment: CommitmentMade, place: number): void {
  const chance = Chance.of(ground.seed, 'deliveries', contract.number, place);
  const provider = commitment.by ?? contract.members[0]!;
  for (const period of contract.periods) {
    const returned = contract.returned(provider, period);
    const part = deliveredPart(chance, provider.temperament, quarterOf(contract.dates.from, period));
    if (returned === undefined) continue;
    const earliest = addDays(period.to, 2);
    const sooner = weekday(addDays(returned, -chance.between(0, 4)));
    const day = sooner < earliest ? earliest : sooner;
    const amount = dueIn(commitment, period) * part * seasonal(contract, commitment, period);
    for (const line of linesOf(chance, commitment, period, amount)) report(ground, contract, commitment, chance, period, line, day > returned ? returned : day);
  }
}

function seasonal({ sector }: ContractMade, { measure }: CommitmentMade, { to }: Period): number {
  const winter = to.slice(5) === '03-31' && (WINTER.sectors as readonly string[]).includes(sector.name) && (WINTER.measures as readonly string[]).includes(measure);
  return winter ? WINTER.part : 1;
}

function linesOf(chance: Chance, { grain, measure }: CommitmentMade, period: Period, amount: number): readonly Line[] {
  const { combine, kind } = measureOf(measure);
  const adds = combine === 'sum' && kind !== 'FTE';
  if (grain === 'period') return [{ ...period, item: false, amount }];
  const months = monthsOf(period);
  if (grain === 'month') return months.map((month) => ({ ...month, item: false, amount: chance.within(0.8, 1.2) * (adds ? amount / months.length : amount) }));
  return itemsOf(chance, grain, months, amount);
}

function itemsOf(chance: Chance, { items }: Exclude<Grain, string>, months: readonly Period[], amount: number): readonly Line[] {
  const days = months.flatMap((month) => Array.from({ length: items }, () => addDays(month.from, chance.between(0, daysBothCounted(month.from, month.to) - 1)))).sort();
  return days.map((day) => ({ from: day, to: day, item: true, amount: (chance.within(0.3, 1.7) * amount) / days.length }));
}

function monthsOf({ from, to }: Period): readonly Period[] {
  const months: Period[] = [];
  for (let first = from; first <= to; ) {
    const next = monthsAfter(`${first.slice(0, 7)}-01`, 1);
    const last = addDays(next, -1);
    months.push({ from: first, to: last < to ? last : to });
    first = next;
  }
  return months;
}

function report(ground: Ground, contract: ContractMade, commitment: CommitmentMade, chance: Chance, period: Period, line: Line, day: IsoDate): void {
  const { made, named } = ground;
  const measure = measureOf(commitment.measure);
  const { done } = promiseWords[commitment.measure]!;
  const text = measure.kind === 'text' ? chance.pick(done) : null;
  const evidence: Evidence = commitment.evidence === '' ? 'complete' : evidenceFor(chance);
  const amount = measure.kind === 'percentage' ? commitment.yearly * chance.within(0.88, 1.04) : line.amount;
  const figures = text === null ? figuresOf(chance, measure, amount) : { quantity: null, hours: null, people: null };
  const described = chance.happens(DESCRIBED);
  const fitting = done.filter((one) => suits(one, line));
  const said = chance.pick(fitting.length > 0 ? fitting : done);
  if (!figures) return;
  const provider = commitment.by ?? contract.members[0]!;
  const short = evidence === 'for a part' && measure.kind !== 'percentage' ? partOf(figures, chance.within(0.5, 0.92)) : undefined;
  const { from, to, item } = line;
  const row = made.add('deliveries', made.momentOf(day)!, {
    ...{ ...figures, text, item, from, to },
    reference: referenceOf(commitment, line, contract, named),
    commitment: commitment.reference,
    description: described && text === null ? fill(said, { place: contract.place }) : null,
    evidence: commitment.evidence === '' || evidence === 'missing' ? [] : [{ kind: commitment.evidence, fileName: null }],
    evidenced_quantity: short ?? null,
    reported_on: day,
    reported_by: provider.contact,
  });
  if (commitment.by) contract.reported.add(memberAndPeriod(commitment.by, period));
  reviewDelivery(ground, contract, commitment, chance, row, { day, figures, evidence: evidence === 'for a part' && short === undefined ? 'complete' : evidence, short });
}

const PERIOD_NAMES = { quarterly: 'Q', 'half-yearly': 'H', annual: 'Y' } as const;

/** `K07-23Q4` for the last quarter of 2023/24, `K07-240216` for an item. */
function referenceOf({ reference, grain }: CommitmentMade, { from, to, item }: Line, { frequency }: ContractMade, named: Set<string>): string {
  const sinceApril = (Number(to.slice(5, 7)) + 8) % 12;
  const year = financialYearOf(from).slice(2, 4);
  if (!item) {
    if (grain === 'month') return `${reference}-${year}M${String(sinceApril + 1).padStart(2, '0')}`;
    const months = { quarterly: 3, 'half-yearly': 6, annual: 12 }[frequency];
    return `${reference}-${year}${PERIOD_NAMES[frequency]}${frequency === 'annual' ? '' : Math.floor(sinceApril / months) + 1}`;
  }
  const of = `${reference}-${from.slice(2).replaceAll('-', '')}`;
  let name = of;
  for (let count = 2; named.has(name); count++) name = `${of}.${count}`;
  named.add(name);
  return name;
}
