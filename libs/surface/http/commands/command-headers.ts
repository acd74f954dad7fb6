import { z } from 'zod';

/** Who acts when nobody is named, until sign-in exists. */
export const LOCAL_OPERATOR = 'local operator';

const idempotencyKey = z
  .string()
  .regex(/^[\x21-\x7e]{1,200}$/, 'must have 1 to 200 visible characters of ASCII\nUse a UUID.')
  .describe('Chosen by the sender, a new one for each command, such as a UUID. The same key with the same body answers the first result; with another body it is refused.');

const version = /^"?(0|[1-9]\d{0,14})"?$/;

const ifMatch = z
  .string()
  .regex(version, 'must be one version, such as "7"\nSend the version from the ETag of an earlier answer; leave If-Match out to accept any version (* is not taken).')
  .transform((text) => Number(version.exec(text)?.[1]))
  .optional()
  .describe('The version that the sender has seen. If the record has moved on, the command is refused with 412 and never decided again.');

const actingAs = z
  .string()
  .trim()
  .min(1)
  .max(200)
  .default(LOCAL_OPERATOR)
  .describe('The person who acts, until sign-in exists.');

/** The headers of a command. */
export const commandHeaders = z.strictObject({
  'Idempotency-Key': idempotencyKey,
  'If-Match': ifMatch,
  'Acting-As': actingAs,
});
