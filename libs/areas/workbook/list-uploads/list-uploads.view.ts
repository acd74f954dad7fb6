import type { Frame, FramedView } from '#areas/overview/index.js';
import { writeCursor } from '#surface/http/queries/cursor.js';
import { isoInstant } from '#surface/pages/filters/days.js';
import { importsPath, uploadName, uploadPath } from '../uploaded-workbooks/upload-in-words.js';
import type { StatedUpload, UploadState } from '../uploaded-workbooks/upload-state.js';

export interface ListUploadsView extends FramedView {
  readonly uploads: readonly ListedUpload[];
  readonly newHref: string;
  readonly firstHref: string | undefined;
  readonly nextHref: string | undefined;
}

export interface ListedUpload {
  readonly name: string;
  readonly href: string;
  readonly uploadedAt: string;
  readonly state: string;
  /** A colour of GOV.UK’s tags. */
  readonly colour: string;
  readonly rows: string;
}

const COLOURS: Readonly<Record<UploadState, string>> = {
  'being checked': 'blue',
  'ready to confirm': 'yellow',
  'going in': 'blue',
  in: 'green',
  'in, in part': 'turquoise',
  'nothing new': 'grey',
  refused: 'red',
  expired: 'grey',
  'broken off': 'red',
};

interface Parts {
  readonly frame: Frame;
  /** One more than is shown, where there are more. */
  readonly found: readonly StatedUpload[];
  readonly limit: number;
  readonly after: string | undefined;
}

/** The workbooks that were uploaded for an authority, and what became of each. */
export function listUploadsView({ frame, found, limit, after }: Parts): ListUploadsView {
  const { code, head: _, ...framed } = frame;
  const path = importsPath(code);
  const shown = found.slice(0, limit);
  const last = shown.at(-1)?.uploaded;
  return {
    ...framed,
    errors: [],
    notices: [],
    title: 'Imports',
    uploads: shown.map((one) => listed(code, one)),
    newHref: `${path}/new`,
    firstHref: after === undefined ? undefined : path,
    nextHref: last && found.length > limit ? `${path}?after=${writeCursor([last.uploadedAt, last.id])}` : undefined,
  };
}

function listed(code: string, { uploaded, state, answer }: StatedUpload): ListedUpload {
  return {
    name: uploadName(uploaded),
    href: uploadPath(code, uploaded.id),
    uploadedAt: isoInstant(uploaded.uploadedAt),
    state: state.charAt(0).toUpperCase() + state.slice(1),
    colour: COLOURS[state],
    rows: answer ? rowsInWords(state, answer.counts) : '',
  };
}

function rowsInWords(state: UploadState, { added, changed, unchanged, held, refused }: NonNullable<StatedUpload['answer']>['counts']): string {
  if (state === 'nothing new') return `${numbered(unchanged)} as before`;
  const parts = [
    [added, 'new'],
    [changed, 'changed'],
    [held, 'held back'],
    [refused, 'to be mended'],
  ] as const;
  return parts.flatMap(([count, what]) => (count > 0 ? [`${numbered(count)} ${what}`] : [])).join(', ');
}

function numbered(count: number): string {
  return count.toLocaleString('en-GB');
}
