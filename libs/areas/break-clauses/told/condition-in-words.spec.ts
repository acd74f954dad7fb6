import type { Condition } from '#domain/contract/break-clause.js';
import { conditionInWords } from './condition-in-words.js';

describe('A condition in words', () => {
  it.each<[Condition, string]>([
    [{ kind: 'shortfall', belowPercent: '60', consecutivePeriods: 2 }, 'Validated below 60% of what is due for 2 consecutive periods'],
    [{ kind: 'shortfall', belowPercent: '62.5', consecutivePeriods: 1 }, 'Validated below 62.5% of what is due in one period'],
    [{ kind: 'silence', workingDaysLate: 10 }, 'No return 10 working days after it was due'],
    [{ kind: 'silence', workingDaysLate: 1 }, 'No return 1 working day after it was due'],
    [{ kind: 'silence', workingDaysLate: 0 }, 'No return by the day on which it was due'],
    [{ kind: 'critical commitment missed' }, 'A critical commitment missed'],
  ])('%j', (condition, words) => {
    expect(conditionInWords(condition)).toBe(words);
  });
});
