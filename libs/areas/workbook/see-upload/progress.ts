import type { StatedUpload } from '../uploaded-workbooks/upload-state.js';

/** How far a check or an import is. */
export interface Progress {
  readonly label: string;
  /** So much of `of`; undefined before that is known. */
  readonly done: number | undefined;
  readonly of: number | undefined;
  /** “4,000 of 10,000 rows” */
  readonly text: string;
  readonly refreshes: boolean;
  /** The same page, which does or does not ask for itself again. */
  readonly otherwise: { readonly text: string; readonly href: string };
}

const numbered = (count: number): string => count.toLocaleString('en-GB');

export function progressInWords({ state, progress }: StatedUpload, path: string, refreshes: boolean): Progress {
  const label = state === 'being checked' ? 'Rows checked' : 'Looked at, then written';
  const unit = state === 'being checked' ? ' rows' : '';
  return {
    label,
    done: progress?.done,
    of: progress?.of,
    text: progress ? `${numbered(progress.done)} of ${numbered(progress.of)}${unit}` : 'Waiting for its turn, or reading the file.',
    refreshes,
    otherwise: refreshes ? { text: 'Stop this page asking again by itself', href: `${path}?refresh=no` } : { text: 'Look again', href: `${path}?refresh=no` },
  };
}
