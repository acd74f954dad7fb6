import { errorAt, type FieldError, fieldError } from '#surface/pages/forms/field-error.js';
import type { ChoiceField, FilesField, LongTextField, TickField } from '#surface/pages/forms/fields.js';
import type { UploadOptions } from '../uploaded-workbooks/upload-options.js';
import { importsPath } from '../uploaded-workbooks/upload-in-words.js';

/** The form by which a workbook is uploaded; `upload-form.njk` shows it. */
export interface UploadForm {
  readonly action: string;
  readonly file: FilesField;
  readonly allOrNothing: TickField;
  readonly kind: ChoiceField;
  readonly reason: LongTextField;
  /** Whether the options are shown at once: something is set there, or is wrong. */
  readonly open: boolean;
}

/** The options as they were sent. */
export interface TypedOptions {
  readonly allOrNothing?: string | undefined;
  readonly kind?: string | undefined;
  readonly reason?: string | undefined;
}

const MOST_REASON = 10_000;

export function uploadForm(code: string, label: string, typed: TypedOptions, errors: readonly FieldError[]): UploadForm {
  const { allOrNothing, kind, reason = '' } = typed;
  const chosen = (value: string) => ({ value, chosen: kind === value });
  return {
    action: `${importsPath(code)}/new`,
    file: {
      ...{ name: 'file', label, error: errorAt('file', errors) },
      hint: 'Choose a spreadsheet (.xlsx or .ods), a .zip, or one CSV for each sheet. Choose the evidence files that it names together with it.',
    },
    allOrNothing: {
      ...{ name: 'allOrNothing', label: 'Import all of it, or nothing', ticked: allOrNothing === 'true' },
      hint: 'Otherwise a contract with an error is held back, and the others go in.',
    },
    kind: {
      ...{ name: 'kind', label: 'Where a row says something else than when it was last imported', error: errorAt('kind', errors) },
      items: [
        { ...chosen('variation'), text: 'It has changed', hint: 'Recorded as a variation, from now on' },
        { ...chosen('entry-error'), text: 'It was typed wrong', hint: 'Recorded as a correction' },
      ],
    },
    reason: { name: 'reason', label: 'Why it says something else', hint: 'Kept with every row that changes. Rows of deliveries and reviews give their own, in their column “reason”.', value: reason, error: errorAt('reason', errors) },
    open: allOrNothing === 'true' || Boolean(kind) || reason !== '' || errors.some(({ field }) => field === 'kind' || field === 'reason'),
  };
}

/** The options of a form that was sent, and what is wrong with them. */
export function readOptions({ allOrNothing, kind, reason }: TypedOptions): { readonly options: UploadOptions; readonly errors: readonly FieldError[] } {
  const errors: FieldError[] = [];
  const said = reason?.trim() ?? '';
  if (kind && kind !== 'variation' && kind !== 'entry-error') errors.push(fieldError('kind', 'Select whether it has changed, or was typed wrong'));
  if (said.length > MOST_REASON) errors.push(fieldError('reason', 'Why it says something else must be 10,000 characters or fewer'));
  const known = kind === 'variation' || kind === 'entry-error' ? kind : null;
  return { options: { allOrNothing: allOrNothing === 'true', kind: known, reason: said === '' ? null : said }, errors };
}

/** Options as a form shows them again. */
export function typedOptions({ allOrNothing, kind, reason }: UploadOptions): TypedOptions {
  return { allOrNothing: allOrNothing ? 'true' : undefined, kind: kind ?? undefined, reason: reason ?? undefined };
}
