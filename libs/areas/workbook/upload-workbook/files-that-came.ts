import { type FieldError, fieldError } from '#surface/pages/forms/field-error.js';
import type { ArrivingFile, SentForm } from '#surface/pages/forms/form.js';
import type { ArrivingFiles } from '../request-import/uploads.js';
import { plainFileName } from '../reader/plain-file-name.js';

export const MOST_MEGABYTES = 200;
export const MOST_FILES = 1_000;
/** What file systems take. */
const MOST_NAME_BYTES = 255;

/** The files of a form, on their way to where they are kept; and what is wrong with them, once all have come. */
export class FilesThatCame {
  readonly names: string[] = [];
  private readonly wrong: string[] = [];

  constructor(private readonly to: Pick<ArrivingFiles, 'add'>) {}

  async take({ fileName, content }: ArrivingFile): Promise<void> {
    const wrong = this.wrongWith(fileName);
    if (wrong === undefined) {
      this.names.push(fileName);
      await this.to.add(fileName, content);
    } else {
      this.wrong.push(wrong);
      for await (const _ of content);
    }
  }

  errors({ bytes, tooMuch }: Pick<SentForm<unknown>, 'bytes' | 'tooMuch'>): readonly FieldError[] {
    if (tooMuch) return [fieldError('file', `The selected files must be smaller than ${MOST_MEGABYTES} MB in all, and no more than ${MOST_FILES.toLocaleString('en-GB')} files`)];
    if (this.wrong.length > 0) return this.wrong.map((text) => fieldError('file', text));
    if (this.names.length === 0) return [fieldError('file', 'Select a workbook')];
    if (bytes === 0) return [fieldError('file', this.names.length === 1 ? 'The selected file is empty' : 'The selected files are empty')];
    return [];
  }

  private wrongWith(fileName: string): string | undefined {
    if (!plainFileName(fileName)) return `The name of the selected file “${fileName}” must not hold a folder, or begin with a full stop`;
    if (Buffer.byteLength(fileName) > MOST_NAME_BYTES) return `The name of the selected file “${fileName.slice(0, 40)}…” must be shorter`;
    if (this.names.includes(fileName)) return `The selected files must have different names: “${fileName}” came twice`;
    return undefined;
  }
}
