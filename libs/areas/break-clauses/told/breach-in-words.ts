import type { Breach } from '#domain/contract/breach.js';
import type { BreachNow, Standing } from '#domain/contract/consequences/breach-now.js';
import type { ShortPeriod } from '#domain/contract/consequences/shortfall.js';
import { extendedUntil } from '#domain/contract/extended-until.js';
import { longDate, type IsoDate } from '#domain/kernel/date.js';
import { decimalText } from '#domain/kernel/decimal.js';
import { listed } from '#domain/kernel/listed.js';
import { gapsBetween, type Period } from '#domain/kernel/period.js';
import { quantityText } from '#domain/kernel/quantity.js';
import { pounds } from '#surface/pages/filters/pounds.js';

/** What a breach names, as people call it. */
export interface BreachNames {
  provider(reference: string): string;
  /** The unit of a commitment’s measure. */
  unit(commitment: string): string;
}

/** What met a condition, with its figures, in sentences. */
export function breachInWords(breach: Breach, names: BreachNames): string {
  switch (breach.kind) {
    case 'shortfall':
      return [...breach.periods.map(shortPeriodInWords), ...passedOverInWords(breach.periods)].join(' ');
    case 'silence':
      return silenceInWords(breach, names);
    case 'critical commitment missed': {
      const { commitment, to, due, validated } = breach;
      return `Of ${due} due on ${commitment} by ${longDate(to)} ${validated} was validated, in the unit “${names.unit(commitment)}”.`;
    }
  }
}

function silenceInWords(breach: Extract<Breach, { kind: 'silence' }>, names: BreachNames): string {
  const { provider, dueOn, silentThrough, extended, extensionRefused, remindersDelivered } = breach;
  return [
    `No return from ${names.provider(provider)} for ${periodInWords(breach)} was on record by the end of ${longDate(silentThrough)}; it was due on ${longDate(dueOn)}.`,
    ...(extended ? ['That day had been put off.'] : []),
    ...(extensionRefused ? ['More time was asked for and refused.'] : []),
    remindersDelivered === 0 ? 'No reminder is known to have been delivered.' : `Reminders known to have been delivered: ${remindersDelivered}.`,
  ].join(' ');
}

const STANDING: Readonly<Record<Standing, string>> = {
  met: 'the same would meet the condition',
  'not met': 'the same would not meet the condition',
  'cannot be judged': 'the same cannot be judged',
};

/** What the same figures look like on a day on which somebody looks again. */
export function breachNowInWords(now: BreachNow, on: IsoDate): string {
  return [`As of ${longDate(on)} ${STANDING[now.standing]}.`, ...figuresNow(now)].join(' ');
}

function figuresNow(now: BreachNow): readonly string[] {
  switch (now.kind) {
    case 'shortfall':
      return [...now.periods.map(shortPeriodInWords), ...waitingInWords([...new Set(now.periods.flatMap(({ waiting }) => waiting))])];
    case 'silence': {
      const { owed } = now;
      if (!owed) return ['No return is owed for that period any more.'];
      const until = extendedUntil(owed.extension);
      if (owed.submitted) return [`The return came on ${longDate(owed.submitted.submittedOn)}.`];
      return [
        'The return has not come.',
        ...(owed.missed?.setAside ? ['That it was missed has been set aside.'] : []),
        ...(owed.extension?.standing === 'asked' ? ['A question for more time waits for an answer.'] : []),
        ...(until === null ? [] : [`It has been given time until ${longDate(until)}.`]),
      ];
    }
    case 'critical commitment missed': {
      if (!now.item) return ['Nothing is due any more by that day.'];
      const { due, validated, waiting } = now.item;
      return [`Of ${quantityText(due)} due ${quantityText(validated)} is validated.`, ...waitingInWords(waiting)];
    }
  }
}

/** How a period stands: by value, and, for what has no value, by quantity. */
export function shortPeriodInWords(period: ShortPeriod): string {
  const { duePence, keptPence, unvaluedDue, unvaluedPercent } = period;
  const byValue = duePence > 0 ? [`${pounds(keptPence)} validated of ${pounds(duePence)} due (${percentInWords(keptPence, duePence)})`] : [];
  const targets = unvaluedDue === 1 ? 'the target without a value' : `the ${unvaluedDue} targets without a value, on average`;
  const byQuantity = unvaluedDue > 0 ? [`${unvaluedPercent}% of ${targets}`] : [];
  const figures = [...byValue, ...byQuantity];
  return `${periodInWords(period)}: ${figures.length === 0 ? 'nothing due' : figures.join('; ')}.`;
}

/** Why periods that do not touch are called consecutive: where nothing was due in between. */
export function passedOverInWords(periods: readonly Period[]): readonly string[] {
  const gaps = gapsBetween(periods);
  return gaps.length === 0 ? [] : [`In between, from ${listed(gaps.map(periodInWords))}, nothing was due.`];
}

/** Rounded down to one place, so that what is too little never looks enough. */
function percentInWords(part: number, whole: number): string {
  return `${decimalText((BigInt(part) * 1000n) / BigInt(whole), 1)}%`;
}

export function waitingInWords(reports: readonly string[]): readonly string[] {
  if (reports.length === 0) return [];
  return [reports.length === 1 ? '1 delivery report waits for the authority’s decision.' : `${reports.length} delivery reports wait for the authority’s decision.`];
}

export function periodInWords({ from, to }: Period): string {
  return `${longDate(from)} to ${longDate(to)}`;
}
