import type { Condition } from '#domain/contract/break-clause.js';
import { conditionInWords } from './condition-in-words.js';
import type { ConditionAnswer } from './condition-shape.js';

export function answerOfCondition(condition: Condition): ConditionAnswer {
  const none = { belowPercent: null, consecutivePeriods: null, workingDaysLate: null };
  return { ...none, ...condition, sentence: conditionInWords(condition) };
}
