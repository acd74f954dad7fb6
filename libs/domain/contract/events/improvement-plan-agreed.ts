import { z } from 'zod';
import { erasableText } from '../../kernel/event.js';
import * as field from '../../kernel/fields.js';
import { contractEvent } from '../contract-event.js';
import { withCase } from '../with-case.js';

/** How the provider will put the breach right, step by step. Stated again it replaces the plan before. */
export const improvementPlanAgreed = contractEvent(
  'ImprovementPlanAgreed',
  z.strictObject({
    clause: field.reference,
    case: z.int().min(1),
    agreedOn: field.date,
    steps: z.array(z.strictObject({ step: erasableText(2_000), by: field.date })).min(1).max(50),
  }),
  (state, event) => withCase(state, event, (one) => ({ ...one, plan: event.steps.map(({ by }) => by) })),
);
