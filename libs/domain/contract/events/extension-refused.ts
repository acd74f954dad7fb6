import { z } from 'zod';
import { erasableText } from '../../kernel/event.js';
import * as field from '../../kernel/fields.js';
import { held } from '../../kernel/lookup.js';
import { contractEvent } from '../contract-event.js';
import { extendedUntil } from '../extended-until.js';
import { returnKey } from '../return-key.js';

/** More time was asked for a return and refused: it is due when it was, on the day to which it had been extended if it was. */
export const extensionRefused = contractEvent(
  'ExtensionRefused',
  z.strictObject({ provider: field.reference, from: field.date, to: field.date, refusedOn: field.date, reason: erasableText() }),
  (state, event) => {
    const key = returnKey(event);
    const grantedBefore = extendedUntil(held(state.extensions, key));
    return { ...state, extensions: { ...state.extensions, [key]: { standing: 'refused', refusedOn: event.refusedOn, grantedBefore } } };
  },
);
