import { z } from 'zod';
import { query } from '../queries/query.js';
import type { ApiRoute } from '../routes/route.js';
import type { StatusAnswer } from '../routes/answer.js';

const nothing = z.strictObject({});

export const live = query({
  path: '/health/live',
  tag: 'Health',
  summary: 'Say that the process lives',
  params: nothing,
  query: nothing,
  answer: z.strictObject({ status: z.literal('live').describe('Always live, if there is an answer at all.') }),
});

const readiness = z
  .strictObject({
    status: z.enum(['ready', 'not ready']).describe('Whether requests are worth sending.'),
    checks: z
      .array(
        z.strictObject({
          name: z.string().describe('What was checked.'),
          works: z.boolean().describe('Whether it works.'),
        }),
      )
      .describe('What was checked, one by one.'),
  })
  .meta({ id: 'Readiness', description: 'Whether requests are worth sending, and what was checked.' });

export type Readiness = z.output<typeof readiness>;

const readyOnly = query({
  path: '/health/ready',
  tag: 'Health',
  summary: 'Say whether requests are worth sending',
  params: nothing,
  query: nothing,
  answer: readiness,
});

export const ready: ApiRoute<object, StatusAnswer<200, Readiness> | StatusAnswer<503, Readiness>> = {
  ...readyOnly,
  version: undefined,
  problems: ['failure'],
  answers: {
    200: { description: 'They are.', schema: readiness },
    503: { description: 'They are not: something does not work, or the process is about to stop.', schema: readiness },
  },
};
