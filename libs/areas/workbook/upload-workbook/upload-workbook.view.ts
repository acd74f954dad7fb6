import type { Frame, FramedView } from '#areas/overview/index.js';
import type { FieldError } from '#surface/pages/forms/field-error.js';
import { importsPath } from '../uploaded-workbooks/upload-in-words.js';
import { type TypedOptions, uploadForm, type UploadForm } from './upload-form.js';

export interface UploadWorkbookView extends FramedView {
  readonly form: UploadForm;
  readonly importsHref: string;
  /** The workbook to fill in: empty, and ready for deliveries. */
  readonly templates: readonly TemplateLinks[];
}

/** A workbook to fill in, and the forms in which the API gives it. */
interface TemplateLinks {
  readonly what: string;
  readonly forms: readonly { readonly text: string; readonly href: string; readonly label: string }[];
}

const FORMS = { XLSX: 'xlsx', ODS: 'ods', 'ZIP of CSVs': 'csv' } as const;

function templateLinks(code: string, what: string, filled: boolean): TemplateLinks {
  const forms = Object.entries(FORMS).map(([text, format]) => ({ text, href: `/api/authorities/${code}/template?format=${format}${filled ? '&filled=true' : ''}`, label: `${what}: ${text}` }));
  return { what, forms };
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
    templates: [templateLinks(code, 'The empty workbook', false), templateLinks(code, 'Ready for deliveries, a row for each commitment and open period', true)],
    notices: [],
  };
}
