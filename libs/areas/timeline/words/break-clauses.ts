import type { Condition } from '#domain/contract/break-clause.js';
import { caseName } from '#domain/contract/break-clause.js';
import type { Breach } from '#domain/contract/breach.js';
import * as events from '#domain/contract/events/index.js';
import { held } from '#domain/kernel/lookup.js';
import { quantity } from '#surface/pages/filters/quantities.js';
import { listed } from '#domain/kernel/listed.js';
import { gapsBetween, type Period } from '#domain/kernel/period.js';
import { money, several } from './amounts.js';
import { stated } from './changes.js';
import { commitmentNamed, muchIn } from './naming.js';
import { day, forPeriod, inPeriod } from './periods.js';
import { type Scene, type Sentence, sentence } from './sentence.js';
import { workingDays } from './working-days.js';

/** What break clauses say, and when their conditions were met. */
export const BREAK_CLAUSES: readonly Sentence[] = [
  sentence(events.breakClauseAgreed, ({ clause, condition, remediable, timeToPutRightWorkingDays, since, change, ...terms }, { before }) => {
    const again = change ?? (held(before.breakClauses, clause) ? ({ kind: 'variation' } as const) : undefined);
    const time = remediable ? `After notice there are ${workingDays(timeToPutRightWorkingDays)} to put a breach right.` : 'A breach of it cannot be put right.';
    const from = since === undefined ? '' : ` It holds from ${day(since)}.`;
    const decides = terms.whoMayDecide === '' ? '' : ` Who may decide: ${terms.whoMayDecide}.`;
    return `${stated(again)}Break clause ${clause} can be used when ${conditionInWords(condition)}. ${time}${decides}${from}`;
  }),
  sentence(events.breakConditionMet, ({ clause, case: number, breach }, scene) =>
    `The system found that the condition of break clause ${clause} was met: ${breachInWords(breach, scene)}. Nothing follows until a person confirms it. It is on record as ${caseName({ clause, number })}.`),
  sentence(events.breakConditionSetAside, ({ clause, case: number }) =>
    `What the system found of break clause ${clause} (${caseName({ clause, number })}) was set aside by a person: nothing follows from it.`),
  sentence(events.breakClauseTriggered, ({ clause, case: number, confirmedBy }, { person }) =>
    `${person(confirmedBy)} confirmed that the condition of break clause ${clause} was met. The breach is called ${caseName({ clause, number })}. Only another person can use the clause, and only once the time to put it right is over.`),
];

function conditionInWords(condition: Condition): string {
  switch (condition.kind) {
    case 'shortfall': {
      const { belowPercent, consecutivePeriods } = condition;
      const long = consecutivePeriods === 1 ? 'in one reporting period' : `in each of ${consecutivePeriods} reporting periods in a row`;
      return `less than ${quantity(belowPercent)}% of what is due is validated ${long}`;
    }
    case 'silence':
      return condition.workingDaysLate === 0 ? 'no return has come by the day on which it was due' : `no return has come ${workingDays(condition.workingDaysLate)} after it was due`;
    case 'critical commitment missed':
      return 'a critical commitment is missed';
  }
}

function breachInWords(breach: Breach, { after, provider }: Scene): string {
  switch (breach.kind) {
    case 'shortfall':
      return `validated ${listed(breach.periods.map((one) => shortPeriod(one, one === breach.periods[0])))}${passedOver(breach.periods)}`;
    case 'silence': {
      const { remindersDelivered, extended, extensionRefused, ...silent } = breach;
      const reminders = remindersDelivered === 0 ? 'No reminder is known to have been delivered' : `${several(remindersDelivered, 'reminder')} ${remindersDelivered === 1 ? 'is' : 'are'} known to have been delivered`;
      const more = [...(extended ? ['The day had been put off.'] : []), ...(extensionRefused ? ['More time was asked for and refused.'] : []), reminders];
      return `${provider(silent.provider)}’s return ${forPeriod(silent)}, due on ${day(silent.dueOn)}, was not on record by ${day(silent.silentThrough)}. ${more.join(' ')}`;
    }
    case 'critical commitment missed': {
      const { commitment, due, validated } = breach;
      return `of the critical commitment ${commitmentNamed(after, commitment)}, validated ${muchIn(after, commitment, validated)} of ${muchIn(after, commitment, due)} due ${inPeriod(breach)}`;
    }
  }
}

/** Why periods that do not touch are said to be in a row. */
function passedOver(periods: readonly Period[]): string {
  const gaps = gapsBetween(periods);
  return gaps.length === 0 ? '' : `. In between, ${listed(gaps.map(inPeriod))}, nothing was due`;
}

type ShortPeriod = Extract<Breach, { kind: 'shortfall' }>['periods'][number];

/** `£4,000 of £10,000 due in April to June 2024`; `due` is said once. */
function shortPeriod(one: ShortPeriod, first: boolean): string {
  const { duePence, keptPence, unvaluedDue, unvaluedPercent } = one;
  const due = first ? 'due ' : '';
  const valued = duePence > 0 || unvaluedDue === 0 ? [`${money(keptPence)} of ${money(duePence)}`] : [];
  const unvalued = unvaluedDue > 0 ? [`${quantity(unvaluedPercent ?? '0')}% of ${several(unvaluedDue, 'target')} without a value in money`] : [];
  return `${[...valued, ...unvalued].join(' with ')} ${due}${inPeriod(one)}`;
}
