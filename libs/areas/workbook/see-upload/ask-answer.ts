import { Inject, Injectable } from '@nestjs/common';
import type { ImportAnswer } from '../import-workbook/import-answer.js';
import type { PastImports } from '../past-imports/past-imports.js';
import { PAST_IMPORTS } from '../past-imports/past-imports.token.js';
import { type Uploads, UPLOADS } from '../request-import/uploads.js';
import type { StatedUpload } from '../uploaded-workbooks/upload-state.js';
import { checkOf } from '../uploaded-workbooks/uploaded-workbooks.js';

/** Asks what an upload's import came to, or before that its check. */
@Injectable()
export class AskAnswer {
  constructor(
    @Inject(PAST_IMPORTS) private readonly imports: PastImports,
    @Inject(UPLOADS) private readonly uploads: Uploads,
  ) {}

  /** While its files are kept with what was typed of people, for whoever mends it; after that without. Undefined where there is none. */
  async of(authority: string, { uploaded: { id }, confirmed, answer }: StatedUpload): Promise<ImportAnswer | undefined> {
    if (!answer) return undefined;
    const whole = await this.uploads.noted<ImportAnswer>(authority, id, confirmed ? 'imported' : 'checked');
    return whole ?? (await this.imports.find(authority, confirmed ? id : checkOf(id)))?.answer ?? undefined;
  }
}
