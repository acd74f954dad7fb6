import { z } from 'zod';

const fault = z
  .strictObject({
    field: z.string().describe('The field, parameter, header or file, by the name that the sender gave it.'),
    value: z.string().describe('The value found, shortened; empty when nothing was given.'),
    rule: z.string().describe('The rule that the value breaks.'),
    fix: z.string().describe('What to do about it.'),
  })
  .meta({ id: 'Fault', description: 'One thing that is wrong with a request.' });

/** The schema of every answer that is not a success. */
export const problemSchema = z
  .strictObject({
    type: z.string().describe('Which kind of problem it is: an address at which the kind is explained.'),
    title: z.string().describe('The kind of problem in words.'),
    status: z.int().min(400).max(599).describe('The status of the answer.'),
    detail: z.string().describe('What happened and what to do, in a sentence or two.'),
    errors: z.array(fault).describe('Everything that is wrong with the request; empty when the request is not at fault.'),
  })
  .meta({ id: 'Problem', description: 'Why a request was not answered as asked (RFC 9457).' });
