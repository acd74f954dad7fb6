import { z } from 'zod';
import { erasableText } from '../../kernel/event.js';
import * as field from '../../kernel/fields.js';
import { held } from '../../kernel/lookup.js';
import { contractEvent } from '../contract-event.js';
import { extendedUntil } from '../extended-until.js';
import { returnKey } from '../return-key.js';

/** A member asked for more time for a return. Until it is answered, the delay is the authority's. */
export const extensionAsked = contractEvent(
  'ExtensionAsked',
  z.strictObject({ provider: field.reference, from: field.date, to: field.date, until: field.date, askedOn: field.date, reason: erasableText() }),
  (state, event) => {
    const { until, askedOn } = event;
    const key = returnKey(event);
    const grantedBefore = extendedUntil(held(state.extensions, key));
    return { ...state, extensions: { ...state.extensions, [key]: { standing: 'asked', until, askedOn, grantedBefore } } };
  },
);
