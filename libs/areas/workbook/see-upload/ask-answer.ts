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
  async of(authority: string, stated: StatedUpload): Promise<ImportAnswer | undefined> {
    const { uploaded, confirmed, answer } = stated;
    if (!answer) return undefined;
    return (await this.whole(authority, stated)) ?? (await this.imports.find(authority, confirmed ? uploaded.id : checkOf(uploaded.id)))?.answer ?? undefined;
  }

  /** With what was typed of people; undefined where the files are not kept any longer. */
  whole(authority: string, { uploaded, confirmed }: StatedUpload): Promise<ImportAnswer | undefined> {
    return this.uploads.noted<ImportAnswer>(authority, uploaded.id, confirmed ? 'imported' : 'checked');
  }
}
