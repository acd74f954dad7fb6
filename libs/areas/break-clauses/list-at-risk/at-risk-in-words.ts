import type { AtRisk, CriticalAtRisk, ShortfallAtRisk, SilenceAtRisk } from '#domain/contract/consequences/at-risk.js';
import { addDays, type IsoDate, longDate } from '#domain/kernel/date.js';
import { quantityText } from '#domain/kernel/quantity.js';
import { pounds } from '#surface/pages/filters/pounds.js';
import { type BreachNames, passedOverInWords, periodInWords, shortPeriodInWords, waitingInWords } from '../told/breach-in-words.js';
import { conditionInWords } from '../told/condition-in-words.js';

/** What would meet a condition, and what is lacking, in sentences. */
export function atRiskInWords(risk: AtRisk, names: BreachNames, today: IsoDate): string {
  switch (risk.kind) {
    case 'shortfall':
      return shortfall(risk, names, today);
    case 'silence':
      return silence(risk, names);
    case 'critical commitment missed':
      return critical(risk, names, today);
  }
}

function shortfall(risk: ShortfallAtRisk, names: BreachNames, today: IsoDate): string {
  const { condition, periods, lackingPence, lackingQuantities, waiting } = risk;
  const lacking = [
    ...(lackingPence === null ? [] : [pounds(lackingPence)]),
    ...lackingQuantities.map(({ commitment, quantity }) => `${quantityText(quantity)} on ${commitment} (unit: ${names.unit(commitment)})`),
  ];
  return [
    `${asItStands(risk, today)} the condition would be met: ${lowered(conditionInWords(condition))}.`,
    ...periods.map(shortPeriodInWords),
    ...passedOverInWords(periods),
    `Lacking in ${periodInWords(risk)}: ${lacking.join('; ')}.`,
    ...waitingInWords(waiting),
  ].join(' ');
}

function silence({ provider, from, to, dueOn, decidedBy }: SilenceAtRisk, names: BreachNames): string {
  return [
    `The return of ${names.provider(provider)} for ${periodInWords({ from, to })} was due on ${longDate(dueOn)} and has not come.`,
    `If it has not come by the end of ${longDate(decidedBy)}, the condition is met on ${longDate(addDays(decidedBy, 1))}.`,
  ].join(' ');
}

function critical(risk: CriticalAtRisk, names: BreachNames, today: IsoDate): string {
  const { commitment, due, validated, waiting } = risk;
  return [
    `${asItStands(risk, today)} the critical commitment ${commitment} would be missed:`,
    `${quantityText(validated)} of ${quantityText(due)} is validated for ${periodInWords(risk)}, in the unit “${names.unit(commitment)}”.`,
    ...waitingInWords(waiting),
  ].join(' ');
}

function asItStands({ to }: AtRisk, today: IsoDate): string {
  if (to >= today) return `If the period that ends on ${longDate(to)} ended today,`;
  return `The period that ended on ${longDate(to)} cannot be judged yet; as it stands`;
}

function lowered(sentence: string): string {
  return `${sentence.charAt(0).toLowerCase()}${sentence.slice(1)}`;
}
