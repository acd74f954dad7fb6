import { Controller, Inject } from '@nestjs/common';
import { z } from 'zod';
import { PageFrame } from '#areas/overview/index.js';
import { authorityCode } from '#domain/authority/authority-code.js';
import { refuse } from '#domain/kernel/refusal.js';
import { download, File, type PageAsked } from '#surface/pages/page.js';
import { Shows } from '#surface/pages/shows.js';
import { openWorkbook } from '../reader/open-workbook.js';
import { type Uploads, UPLOADS } from '../request-import/uploads.js';
import { AskAnswer } from '../see-upload/ask-answer.js';
import { AskUploads } from '../uploaded-workbooks/ask-uploads.js';
import { uploadId } from '../uploaded-workbooks/upload-id.js';
import { MEDIA_TYPES } from '../write-spreadsheet/spreadsheet-form.js';
import { annotatedCopy } from './annotated-copy.js';
import { annotatedForm } from './annotated-path.js';

const downloadAnnotated = download({ path: '/authorities/:code/imports/:id/marked-copy', params: z.strictObject({ code: authorityCode, id: uploadId }) });

@Controller()
export class DownloadAnnotatedPage {
  constructor(
    private readonly frame: PageFrame,
    private readonly asked: AskUploads,
    private readonly answers: AskAnswer,
    @Inject(UPLOADS) private readonly uploads: Uploads,
  ) {}

  @Shows(downloadAnnotated)
  async file({ params: { code, id } }: PageAsked<typeof downloadAnnotated>): Promise<File> {
    await this.frame.of(code);
    const stated = await this.asked.one(code, id);
    const answer = await this.answers.whole(code, stated);
    if (!answer) return refuse('upload', id, 'must have files that are still kept', 'Upload the workbook again.', 'not found');
    const form = annotatedForm(stated.uploaded);
    const bytes = await annotatedCopy(await openWorkbook(this.uploads.pathOf(code, id)), answer, form);
    return new File(`${code}-to-be-mended.${form}`, MEDIA_TYPES[form], Buffer.from(bytes));
  }
}
