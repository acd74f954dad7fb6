import { Controller, Inject } from '@nestjs/common';
import { z } from 'zod';
import { PageFrame } from '#areas/overview/index.js';
import { authorityCode } from '#domain/authority/authority-code.js';
import { form } from '#surface/pages/forms/form.js';
import { Takes } from '#surface/pages/forms/takes.js';
import { page, type PageAsked, Redirect, view } from '#surface/pages/page.js';
import { Shows } from '#surface/pages/shows.js';
import { ConfirmUpload } from '../confirm-upload/confirm-upload.js';
import { type Uploads, UPLOADS } from '../request-import/uploads.js';
import { AskUploads } from '../uploaded-workbooks/ask-uploads.js';
import { uploadId } from '../uploaded-workbooks/upload-id.js';
import { uploadPath } from '../uploaded-workbooks/upload-in-words.js';
import { OPTIONS_NOTE, type UploadOptions } from '../uploaded-workbooks/upload-options.js';
import { AskAnswer } from './ask-answer.js';
import { type SeeUploadView, seeUploadView } from './see-upload.view.js';

const pageNumber = z.string().optional();

const seeUpload = page({
  path: '/authorities/:code/imports/:id',
  params: z.strictObject({ code: authorityCode, id: uploadId }),
  query: z.object({ refresh: z.string().optional(), problems: pageNumber, changes: pageNumber, held: pageNumber, warnings: pageNumber, absent: pageNumber }),
  template: new URL('./see-upload.njk', import.meta.url),
  view: view<SeeUploadView>(),
});

const confirmUpload = form(seeUpload, { fields: z.object({}) });

@Controller()
export class SeeUploadPage {
  constructor(
    private readonly frame: PageFrame,
    private readonly asked: AskUploads,
    private readonly answers: AskAnswer,
    private readonly confirming: ConfirmUpload,
    @Inject(UPLOADS) private readonly uploads: Uploads,
  ) {}

  @Shows(seeUpload)
  async show({ params: { code, id }, query: { refresh, problems, changes, held, warnings, absent } }: PageAsked<typeof seeUpload>): Promise<SeeUploadView> {
    const frame = await this.frame.of(code, 'imports');
    const stated = await this.asked.one(code, id);
    const answer = await this.answers.of(code, stated);
    const options = await this.uploads.noted<UploadOptions>(code, id, OPTIONS_NOTE);
    const pages = { problems, changes, held, warnings, absent };
    // its options are noted beside its files: without the one, the others are gone
    return seeUploadView({ frame, stated, answer, options, pages, refreshes: refresh !== 'no', annotates: options !== undefined });
  }

  @Takes(confirmUpload)
  async confirm({ params: { code, id }, form }: PageAsked<typeof confirmUpload>): Promise<Redirect> {
    await this.frame.of(code);
    await form.read();
    await this.confirming.confirm(code, id);
    return new Redirect(uploadPath(code, id));
  }
}
