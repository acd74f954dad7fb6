/** A file, or a part of it, is not what a workbook is made of: what it must be, and what to do about it. */
export class FileFault extends Error {
  override readonly name = 'FileFault';

  constructor(
    readonly rule: string,
    readonly fix: string,
  ) {
    super(`${rule}. ${fix}`);
  }
}

/** What helps with a file that came to harm on its way. */
export const SEND_AGAIN = 'Open it in your spreadsheet program, save it once more and send it again.';

/** The file is not whole, or not well-formed; `what` says where it was noticed. */
export function damaged(what: string): FileFault {
  return new FileFault(`must be whole, and is cut off or damaged (${what})`, SEND_AGAIN);
}
