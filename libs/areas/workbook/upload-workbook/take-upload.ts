import { Inject, Injectable } from '@nestjs/common';
import { type Directory, DIRECTORY } from '#areas/directory/index.js';
import type { Clock } from '#domain/kernel/clock.js';
import { CLOCK } from '#engine/clock/clock.token.js';
import { LOCAL_OPERATOR } from '#surface/http/commands/command-headers.js';
import type { FieldError } from '#surface/pages/forms/field-error.js';
import type { ArrivingForm } from '#surface/pages/forms/form.js';
import { type ArrivingFiles, type Uploads, UPLOADS } from '../request-import/uploads.js';
import { newUploadId } from '../uploaded-workbooks/upload-id.js';
import { OPTIONS_NOTE } from '../uploaded-workbooks/upload-options.js';
import { UPLOADED_WORKBOOKS } from '../uploaded-workbooks/uploaded-workbooks.token.js';
import type { UploadedWorkbooks } from '../uploaded-workbooks/uploaded-workbooks.js';
import { AskImport } from '../confirm-upload/ask-import.js';
import { FilesThatCame } from './files-that-came.js';
import { readOptions, type TypedOptions } from './upload-form.js';

/** What came of a form: an upload, or what is wrong. */
export type Taken = { readonly id: string } | { readonly typed: TypedOptions; readonly errors: readonly FieldError[] };

/** Takes in an uploaded workbook, file by file, and has it checked. */
@Injectable()
export class TakeUpload {
  constructor(
    @Inject(UPLOADS) private readonly uploads: Uploads,
    @Inject(UPLOADED_WORKBOOKS) private readonly workbooks: UploadedWorkbooks,
    @Inject(DIRECTORY) private readonly directory: Directory,
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly imports: AskImport,
  ) {}

  async take(authority: string, form: ArrivingForm<TypedOptions>): Promise<Taken> {
    const id = newUploadId();
    const arriving = await this.uploads.receive(authority, id);
    try {
      return await this.received(authority, id, form, arriving);
    } finally {
      // what was kept has left its place by then
      await arriving.drop();
    }
  }

  private async received(authority: string, id: string, form: ArrivingForm<TypedOptions>, arriving: ArrivingFiles): Promise<Taken> {
    const files = new FilesThatCame(arriving);
    const sent = await form.read((file) => files.take(file));
    const typed = sent.fields;
    const { options, errors } = readOptions(typed);
    const wrong = [...files.errors(sent), ...errors];
    if (wrong.length > 0) return { typed, errors: wrong };
    const actor = await this.directory.personId(authority, LOCAL_OPERATOR);
    await arriving.keep();
    await this.uploads.note(authority, id, OPTIONS_NOTE, options);
    const uploaded = { id, actor, uploadedAt: this.clock.now(), files: files.names };
    await this.workbooks.note(authority, uploaded);
    await this.imports.ask(authority, uploaded, options, true);
    return { id };
  }
}
