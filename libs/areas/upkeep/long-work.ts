import { z } from 'zod';
import { command } from '#surface/http/commands/command.js';
import type { CommandRequest } from '#surface/http/commands/command.js';
import { answer } from '#surface/http/routes/answer.js';
import { type ApiRoute, checked } from '#surface/http/routes/route.js';
import type { StatusAnswer } from '#surface/http/routes/answer.js';

/** What is said of every piece of long work. */
export const workFields = {
  id: z.string().describe('What it is known by.'),
  state: z.enum(['waiting', 'running', 'done', 'failed']).describe('How far it has come.'),
  progress: z
    .strictObject({ done: z.int().describe('So many …'), total: z.int().describe('… of so many.') })
    .nullable()
    .describe('Null before it has begun.'),
  failure: z.string().nullable().describe('Why it failed, in words.'),
};

interface LongWork<Params extends z.ZodObject, Body extends z.ZodObject, Work extends z.ZodType> {
  readonly path: string;
  readonly tag: string;
  readonly summary: string;
  readonly description: string;
  readonly params: Params;
  readonly body: Body;
  readonly work: Work;
}

/** The route of a command that is done as a job: 201 when it ended in time, else 202. */
export function longWork<Params extends z.ZodObject, Body extends z.ZodObject, Work extends z.ZodType>(
  spec: LongWork<Params, Body, Work>,
): ApiRoute<CommandRequest<z.output<Params>, z.output<Body>>, StatusAnswer<201 | 202, z.input<Work>>> {
  const { work, ...rest } = spec;
  const answers = { 201: { description: 'It has ended.', schema: work }, 202: { description: 'It is under way.', schema: work } };
  return checked({ ...command(rest), answers, version: undefined }) as unknown as ApiRoute<
    CommandRequest<z.output<Params>, z.output<Body>>,
    StatusAnswer<201 | 202, z.input<Work>>
  >;
}

/** Its answer: 201 once it has ended. */
export function workOf<Work extends { readonly state: string }>(work: Work): StatusAnswer<201 | 202, Work> {
  return answer(work.state === 'done' || work.state === 'failed' ? 201 : 202, work);
}
