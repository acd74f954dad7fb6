import type { IsoDate } from '../kernel/date.js';
import type { Extension } from './state.js';

/** The day to which a return was given more time; null: it was given none. A later request takes nothing away, nor does its refusal. */
export function extendedUntil(extension: Extension | undefined): IsoDate | null {
  if (extension === undefined) return null;
  return extension.standing === 'granted' ? extension.until : extension.grantedBefore;
}
