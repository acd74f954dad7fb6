import type { z } from 'zod';
import type { ClauseTerms } from '#domain/contract/break-clause.js';
import { answerOfCondition } from './condition-answer.js';
import type { termsAnswer } from './terms-shape.js';

export function answerOfTerms({ condition, ...terms }: ClauseTerms): z.infer<typeof termsAnswer> {
  return { ...terms, condition: answerOfCondition(condition) };
}
