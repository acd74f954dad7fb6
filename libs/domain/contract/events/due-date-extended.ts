import { z } from 'zod';
import { erasableText } from '../../kernel/event.js';
import * as field from '../../kernel/fields.js';
import { contractEvent } from '../contract-event.js';
import { returnKey } from '../return-key.js';

/** A return is due later: the member asked, or the authority decided so itself. */
export const dueDateExtended = contractEvent(
  'DueDateExtended',
  z.strictObject({ provider: field.reference, from: field.date, to: field.date, until: field.date, extendedOn: field.date, reason: erasableText() }),
  (state, event) => ({ ...state, extensions: { ...state.extensions, [returnKey(event)]: { standing: 'granted', until: event.until } } }),
);
