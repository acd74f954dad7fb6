import { Inject, Injectable } from '@nestjs/common';
import { type Uploads, UPLOADS } from '../request-import/uploads.js';
import { AskUploads } from '../uploaded-workbooks/ask-uploads.js';
import { OPTIONS_NOTE, type UploadOptions } from '../uploaded-workbooks/upload-options.js';
import { AskImport } from './ask-import.js';

/** Lets an uploaded workbook go in, as it was checked; what has been recorded since is looked at again. */
@Injectable()
export class ConfirmUpload {
  constructor(
    private readonly asked: AskUploads,
    private readonly imports: AskImport,
    @Inject(UPLOADS) private readonly uploads: Uploads,
  ) {}

  /** Confirmed twice, it goes in once; where there is nothing to confirm (any more), nothing happens. @throws Refusal (`not found`) */
  async confirm(authority: string, id: string): Promise<void> {
    const { uploaded, state } = await this.asked.one(authority, id);
    if (state !== 'ready to confirm') return;
    const options = await this.uploads.noted<UploadOptions>(authority, id, OPTIONS_NOTE);
    if (options) await this.imports.ask(authority, uploaded, options, false);
  }
}
