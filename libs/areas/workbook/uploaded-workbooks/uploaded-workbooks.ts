/** A workbook that somebody uploaded on a page. What became of it stands among the past imports. */
export interface UploadedWorkbook {
  readonly id: string;
  /** The opaque id of the person who uploaded it. */
  readonly actor: string;
  /** An ISO instant. */
  readonly uploadedAt: string;
  /** The names of its files, as they came. */
  readonly files: readonly string[];
}

/** The workbooks that were uploaded for an authority. */
export interface UploadedWorkbooks {
  note(authority: string, uploaded: UploadedWorkbook): Promise<void>;
  find(authority: string, id: string): Promise<UploadedWorkbook | undefined>;
  /** The latest first, of those uploaded before the one named. */
  list(authority: string, limit: number, before?: { readonly uploadedAt: string; readonly id: string }): Promise<readonly UploadedWorkbook[]>;
}

/** The import that checks an upload and writes nothing; the one that confirms it has the upload's own id. */
export function checkOf(uploadId: string): string {
  return `${uploadId}-check`;
}
