import { type AskedTimeline, type Kind, KINDS } from '#areas/timeline/index.js';
import { errorAt, type FieldError, fieldError } from '#surface/pages/forms/field-error.js';
import { readMoment } from '../asking/asking.js';
import { type TextField, textField } from '../asking/asking-form.js';

/** What people say of the timeline that they want, as it was typed into its address or form. */
export interface TypedTimeline {
  readonly knownAt?: string | undefined;
  readonly kind?: string | undefined;
  readonly about?: string | undefined;
  readonly before?: string | undefined;
}

/** What is shown, as queries take it. */
export type TimelineAsking = Pick<AskedTimeline, 'knownAt' | 'kind' | 'about'> & { readonly before: number | undefined };

export interface TimelineForm {
  readonly action: string;
  readonly fields: readonly TextField[];
  readonly kind: { readonly items: readonly { readonly value: string; readonly text: string; readonly selected: boolean }[]; readonly error: string | undefined };
  /** Whether it is shown at once: something was asked, or is wrong. */
  readonly open: boolean;
}

const KIND_NAMES: Readonly<Record<Kind, string>> = {
  returns: 'Returns',
  'break clauses': 'Break clauses',
  deliveries: 'Deliveries and their review',
  commitments: 'Commitments and targets',
  contract: 'The contract itself',
};

/** How errors name the fields of the form. */
export const TIMELINE_NAMES = { knownAt: '“As known on”', kind: '“What it is about”', about: '“Reference”' };

const MOST = 60;

export function readTimeline({ knownAt, kind = '', about = '', before }: TypedTimeline): { readonly asking: TimelineAsking; readonly errors: readonly FieldError[] } {
  const errors: FieldError[] = [];
  const known = KINDS.find((one) => one === kind);
  if (kind !== '' && known === undefined) errors.push(fieldError('kind', 'Select everything, or one of the things that it may be about'));
  if (about.length > MOST) errors.push(fieldError('about', `The reference must be ${MOST} characters or fewer`));
  return {
    asking: {
      knownAt: readMoment('knownAt', TIMELINE_NAMES.knownAt, knownAt, errors),
      kind: known,
      about: about.trim() || undefined,
      before: before !== undefined && /^\d{1,9}$/.test(before) ? Number(before) : undefined,
    },
    errors,
  };
}

export function timelineForm(action: string, { knownAt, kind, about }: TypedTimeline, errors: readonly FieldError[]): TimelineForm {
  return {
    action,
    fields: [
      textField('knownAt', 'As known on', 'A day, like 31/3/2026, or the number of an entry. Leave blank for now.', knownAt, errors),
      textField('about', 'Reference', 'Of a commitment, a delivery report or a break clause, like K06 or B1. Leave blank for all.', about, errors),
    ],
    kind: {
      items: [['', 'Everything'], ...Object.entries(KIND_NAMES)].map(([value = '', text = '']) => ({ value, text, selected: value === (kind ?? '') })),
      error: errorAt('kind', errors),
    },
    open: errors.length > 0 || [knownAt, kind, about].some((text) => text !== undefined && text !== ''),
  };
}
