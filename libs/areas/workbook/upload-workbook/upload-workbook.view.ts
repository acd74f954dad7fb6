import type { Frame, FramedView } from '#areas/overview/index.js';
import type { FieldError } from '#surface/pages/forms/field-error.js';
import { importsPath } from '../uploaded-workbooks/upload-in-words.js';
import { type TypedOptions, uploadForm, type UploadForm } from './upload-form.js';

export interface UploadWorkbookView extends FramedView {
  readonly form: UploadForm;
  readonly importsHref: string;
  /** The empty workbook, as spreadsheets. */
  readonly templates: readonly { readonly text: string; readonly href: string }[];
}

/** Where the API gives the empty workbook. */
function templatePath(code: string, format: 'xlsx' | 'ods'): string {
  return `/api/authorities/${code}/template?format=${format}`;
}

/** The page on which a workbook is chosen; shown again with what is wrong. */
export function uploadWorkbookView(frame: Frame, typed: TypedOptions, errors: readonly FieldError[]): UploadWorkbookView {
  const { code, head: _, ...framed } = frame;
  const importsHref = importsPath(code);
  return {
    ...framed,
    errors,
    title: 'Import a workbook',
    breadcrumbs: [{ text: 'Imports', href: importsHref }, { text: 'Import a workbook' }],
    form: uploadForm(code, 'Upload a workbook', typed, errors),
    importsHref,
    templates: [
      { text: 'XLSX', href: templatePath(code, 'xlsx') },
      { text: 'ODS', href: templatePath(code, 'ods') },
    ],
    notices: [],
  };
}
