/** How an upload is to be taken in: noted beside its files, under `OPTIONS_NOTE`. */
export interface UploadOptions {
  readonly allOrNothing: boolean;
  readonly kind: 'variation' | 'entry-error' | null;
  readonly reason: string | null;
}

export const OPTIONS_NOTE = 'options';
