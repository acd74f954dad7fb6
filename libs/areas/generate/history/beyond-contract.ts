import { addDays, daysBothCounted } from '#domain/kernel/date.js';
import type { Chance } from '../chance.js';
import { reviewDay } from '../distributions/reviews.js';
import { weekday } from '../periods.js';
import { measureOf } from '../words/measures.js';
import { fill, unsaid } from '../words/say.js';
import { unpromised } from '../words/reasons.js';
import { type ContractMade, memberAndPeriod } from './contract-made.js';
import { type Ground, numbered } from './ground.js';
import { figuresOf } from './quantities.js';

/** Something is delivered that nobody had promised: a commitment without a bid, an item, its review. */
export function beyondContract({ made, numbers, named }: Ground, contract: ContractMade, chance: Chance): void {
  const [measure] = chance.pick(unpromised);
  const lead = contract.members[0]!;
  const period = chance.pick(contract.periods);
  if (!period || contract.returned(lead, period) === undefined) return;
  const day = addDays(period.from, chance.between(0, daysBothCounted(period.from, period.to) - 1));
  const reported = weekday(addDays(day, chance.between(4, 20)));
  const moment = made.momentOf(reported);
  const terms = measureOf(measure);
  const figures = figuresOf(chance, terms, chance.logNormal(terms.kind === 'money' ? 4_000 : 120, 0.6));
  if (moment === undefined || !figures) return;
  const reference = numbered('K', numbers.commitment++);
  made.add('commitments', moment, { reference, contract: contract.reference, measure, provider: lead.reference, basis: 'beyond contract', place: contract.place });
  const sayings = unpromised.filter(([one]) => one === measure).map(([, saying]) => saying);
  const delivery = `${reference}-${day.slice(2).replaceAll('-', '')}`;
  const description = unsaid(named, () => fill(chance.pick(sayings), { place: contract.place }));
  made.add('deliveries', moment, { ...figures, reference: delivery, commitment: reference, from: day, to: day, item: true, description, reported_on: reported, reported_by: lead.contact });
  contract.reported.add(memberAndPeriod(lead, period));
  const reviewed = reviewDay(chance, reported);
  const review = made.momentOf(reviewed);
  if (review !== undefined) made.add('reviews', review, { delivery, decision: 'validated', method: 'visit', reviewed_on: reviewed, reviewed_by: contract.manager });
}
