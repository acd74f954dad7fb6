import { z } from 'zod';
import { catalogue, defineEvent, erasableText, type EventCatalogue, type NewEvent } from '#domain/kernel/event.js';

const promised = z.strictObject({ measure: z.string(), quantity: z.number() });

/** The events of the conformance suite, as they were when the first of them were recorded. */
export const firstCatalogue: EventCatalogue = catalogue(
  defineEvent('Promised', promised),
  defineEvent('Noted', z.strictObject({ note: z.string() })),
  defineEvent(
    'Reviewed',
    z.strictObject({
      reason: erasableText(200),
      files: z.array(z.strictObject({ name: erasableText().nullable(), kind: z.string() })).optional(),
    }),
  ),
  defineEvent('TextErased', z.strictObject({ digests: z.array(z.string()) })),
);

/** The same a release later: Promised says its unit now. */
export const laterCatalogue: EventCatalogue = new Map([
  ...firstCatalogue,
  ...catalogue(
    defineEvent('Promised', promised.extend({ unit: z.string() }).strict(), {
      version: 2,
      upcasts: { 1: (payload: z.output<typeof promised>) => ({ ...payload, unit: 'each' }) },
    }),
  ),
]);

export const promise = (measure = 'apprenticeships', quantity = 1): NewEvent => ({
  type: 'Promised',
  businessDate: '2025-04-01',
  payload: { measure, quantity },
});

export const note = (text: string): NewEvent => ({ type: 'Noted', businessDate: '2025-04-01', payload: { note: text } });

export const review = (reason: string, ...names: (string | null)[]): NewEvent => ({
  type: 'Reviewed',
  businessDate: '2025-04-01',
  payload: names.length === 0 ? { reason } : { reason, files: names.map((name) => ({ name, kind: 'letter' })) },
});
