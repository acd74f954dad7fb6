import { Controller } from '@nestjs/common';
import { z } from 'zod';
import { PageFrame } from '#areas/overview/index.js';
import { authorityCode } from '#domain/authority/authority-code.js';
import { form } from '#surface/pages/forms/form.js';
import { Takes } from '#surface/pages/forms/takes.js';
import { page, type PageAsked, Redirect, view } from '#surface/pages/page.js';
import { Shows } from '#surface/pages/shows.js';
import { uploadPath } from '../uploaded-workbooks/upload-in-words.js';
import { MOST_FILES, MOST_MEGABYTES } from './files-that-came.js';
import { TakeUpload } from './take-upload.js';
import { type UploadWorkbookView, uploadWorkbookView } from './upload-workbook.view.js';

const uploadWorkbook = page({
  path: '/authorities/:code/imports/new',
  params: z.strictObject({ code: authorityCode }),
  template: new URL('./upload-workbook.njk', import.meta.url),
  view: view<UploadWorkbookView>(),
});

const sendWorkbook = form(uploadWorkbook, {
  fields: z.object({ allOrNothing: z.string().optional(), kind: z.string().optional(), reason: z.string().optional() }),
  files: { mostBytes: MOST_MEGABYTES * 1_000_000, mostFiles: MOST_FILES },
});

@Controller()
export class UploadWorkbookPage {
  constructor(
    private readonly frame: PageFrame,
    private readonly upload: TakeUpload,
  ) {}

  @Shows(uploadWorkbook)
  async show({ params: { code } }: PageAsked<typeof uploadWorkbook>): Promise<UploadWorkbookView> {
    return uploadWorkbookView(await this.frame.of(code, 'imports'), {}, []);
  }

  @Takes(sendWorkbook)
  async take({ params: { code }, form }: PageAsked<typeof sendWorkbook>): Promise<UploadWorkbookView | Redirect> {
    const frame = await this.frame.of(code, 'imports');
    const taken = await this.upload.take(code, form);
    return 'id' in taken ? new Redirect(uploadPath(code, taken.id)) : uploadWorkbookView(frame, taken.typed, taken.errors);
  }
}
