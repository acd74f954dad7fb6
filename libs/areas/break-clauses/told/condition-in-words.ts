import type { Condition } from '#domain/contract/break-clause.js';

/** When a clause bites, in words and without a full stop: “Validated below 60% of what is due for 2 consecutive periods”. */
export function conditionInWords(condition: Condition): string {
  switch (condition.kind) {
    case 'shortfall': {
      const { belowPercent, consecutivePeriods } = condition;
      return `Validated below ${belowPercent}% of what is due ${consecutivePeriods === 1 ? 'in one period' : `for ${consecutivePeriods} consecutive periods`}`;
    }
    case 'silence': {
      const days = condition.workingDaysLate;
      return days === 0 ? 'No return by the day on which it was due' : `No return ${days} working ${days === 1 ? 'day' : 'days'} after it was due`;
    }
    case 'critical commitment missed':
      return 'A critical commitment missed';
  }
}
