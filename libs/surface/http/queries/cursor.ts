import type { z } from 'zod';
import { refuse } from '#domain/kernel/refusal.js';
import { unstorableText } from '../problem-json/storable-text.js';

/** A sort key as an opaque text. */
export function writeCursor(key: unknown): string {
  return Buffer.from(JSON.stringify(key)).toString('base64url');
}

/** The sort key in a text that `writeCursor` made; anything else is refused. */
export function readCursor<Key extends z.ZodType>(schema: Key, text: string | undefined): z.output<Key> | undefined {
  if (text === undefined) return undefined;
  const read = parsed(text);
  const key = schema.safeParse(read);
  // whoever writes a cursor of their own may put into it what no database can compare with
  if (key.success && unstorableText(read).length === 0) return key.data;
  return refuse('after', text, 'is not the `next` of an answer of this list', 'Send `next` unchanged, or leave `after` out to begin at the start.');
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(Buffer.from(text, 'base64url').toString('utf8'));
  } catch {
    return undefined;
  }
}
