import { Controller, Inject } from '@nestjs/common';
import { z } from 'zod';
import { Refusal, refuse } from '#domain/kernel/refusal.js';
import { command, commandAnswer, upload, type CommandAnswer } from '#surface/http/commands/command.js';
import { list, pageOf, type Page } from '#surface/http/queries/list.js';
import { query } from '#surface/http/queries/query.js';
import { answer, type StatusAnswer } from '#surface/http/routes/answer.js';
import { commaList } from '#surface/http/routes/from-text.js';
import type { Answered, Asked } from '#surface/http/routes/route.js';
import { Serves } from '#surface/http/routes/serves.js';

/** A small orchard that keeps to the manner of the API: enough to see every answer of the surface. */

const code = z.string().regex(/^[a-z]{2,20}$/, 'must be 2 to 20 small letters').describe('The code of the authority.');
const trees = z.int().min(1).max(1000).describe('How many trees are planted.');

export const plant = command({
  path: '/api/authorities/:code/orchards',
  tag: 'Orchards',
  summary: 'Plant an orchard',
  params: z.strictObject({ code }),
  body: z.strictObject({
    name: z.string().min(1).max(40).describe('What people call it.'),
    planted: z.iso.date().describe('The day on which it was planted.'),
    rows: z
      .array(
        z.strictObject({
          kind: z.enum(['apple', 'pear']).describe('What grows in the row.'),
          trees,
        }),
      )
      .min(1)
      .describe('Its rows.'),
    note: z.string().optional().describe('Anything else.'),
  }),
});

export const orchard = query({
  path: '/api/authorities/:code/orchards/:id',
  tag: 'Orchards',
  summary: 'Look at an orchard',
  params: z.strictObject({ code, id: z.string().describe('The name of the orchard.') }),
  query: z.strictObject({
    by: commaList(z.enum(['row', 'kind'])).optional().describe('What to count by.'),
    where: z.array(z.string()).optional().describe('What to count, as dimension=value; may be repeated.'),
    from: z.int().optional().describe('The first row.'),
    deep: z.boolean().optional().describe('Whether to look under ground.'),
  }),
  answer: z.strictObject({
    name: z.string().describe('Its name.'),
    asked: z.string().describe('What was asked, as it was understood.'),
    version: z.int().describe('Its version.'),
  }),
  version: (found) => found.version,
  projection: 'orchards',
});

export const orchards = list({
  path: '/api/authorities/:code/orchards',
  tag: 'Orchards',
  summary: 'List orchards',
  params: z.strictObject({ code }),
  query: z.strictObject({}),
  item: z.strictObject({ id: z.string().describe('Its name.') }).meta({ id: 'OrchardItem', description: 'An orchard in a list.' }),
  cursor: z.tuple([z.string()]),
  projection: 'orchards',
});

const surveyed = z.strictObject({
  status: z.enum(['accepted', 'waiting']).describe('How far the survey is.'),
  files: z.array(z.string().describe('A file, with its size.')).describe('What came.'),
  note: z.string().describe('The note that came with it.'),
});

export const survey = upload({
  path: '/api/authorities/:code/surveys',
  tag: 'Orchards',
  summary: 'Send a survey',
  params: z.strictObject({ code }),
  body: z.strictObject({
    note: z.string().default('').describe('A note.'),
    later: z.boolean().default(false).describe('Whether to answer before it is read.'),
  }),
  files: {
    parts: { map: { description: 'A map.' }, rows: { description: 'A file for each row.', many: true } },
    mostBytes: 20_000,
    mostFiles: 4,
  },
  answers: {
    201: { description: 'It is read.', schema: surveyed },
    202: { description: 'It is being read.', schema: surveyed },
  },
});

export const sketch = upload({
  path: '/api/authorities/:code/sketches',
  tag: 'Orchards',
  summary: 'Attach a sketch',
  params: z.strictObject({ code }),
  body: z.strictObject({}),
  files: { parts: { sketch: { description: 'A sketch.' } }, anyPart: true, mostBytes: 20_000, mostFiles: 1 },
  answers: { 201: { description: 'It is recorded.', schema: commandAnswer } },
});

export const ORCHARDS = Symbol('what the toy remembers');
export type Remembered = Asked<typeof plant>[];

@Controller()
export class OrchardApi {
  constructor(@Inject(ORCHARDS) private readonly planted: Remembered) {}

  @Serves(plant)
  plant(asked: Asked<typeof plant>): CommandAnswer {
    const { name, note } = asked.body;
    if (note === 'taken') refuse('name', name, 'must not be another orchard’s', 'Choose another name.', 'conflict');
    if (note === 'stale') refuse('If-Match', asked.ifMatch, 'must be the latest version, which is 9', 'Read it again.', 'stale');
    if (note === 'used key') refuse('Idempotency-Key', asked.commandId, 'must not be used again', 'Send a new key.', 'conflict');
    if (note === 'broken') throw new Error('the secret of the orchard');
    if (note === 'two faults') {
      throw new Refusal([
        { field: 'name', value: name, rule: 'must be a tree', fix: 'Choose a tree.' },
        { field: 'planted', value: asked.body.planted, rule: 'must be in spring', fix: 'Wait.' },
      ]);
    }
    this.planted.push(asked);
    return { id: name, position: 7, version: 3 };
  }

  @Serves(orchard)
  look({ params, query }: Asked<typeof orchard>): Answered<typeof orchard> {
    if (params.id === 'wrong') return { name: 'wrong' } as unknown as Answered<typeof orchard>;
    if (params.id === 'none') refuse('id', params.id, 'must be an orchard', 'Plant it first.', 'not found');
    return { name: params.id, asked: JSON.stringify(query), version: 4 };
  }

  @Serves(orchards)
  list({ limit, after }: Asked<typeof orchards>): Page<{ id: string }> {
    const all = ['ash', 'beech', 'cherry', 'damson', 'elder'].map((id) => ({ id }));
    const rest = all.filter(({ id }) => after === undefined || id > after[0]);
    return pageOf(rest.slice(0, limit + 1), limit, ({ id }) => [id]);
  }

  @Serves(survey)
  survey({ body, files }: Asked<typeof survey>): StatusAnswer<201 | 202, z.output<typeof surveyed>> {
    const came = files.map(({ part, fileName, bytes }) => `${part} ${fileName} ${bytes.length}`);
    return answer(body.later ? 202 : 201, { status: body.later ? 'waiting' : 'accepted', files: came, note: body.note });
  }

  @Serves(sketch)
  sketch({ files }: Asked<typeof sketch>): StatusAnswer<201, CommandAnswer> {
    return answer(201, { id: files[0]?.fileName ?? '', position: 8, version: 5 });
  }
}
