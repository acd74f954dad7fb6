import { Controller } from '@nestjs/common';
import { z } from 'zod';
import { PageFrame } from '#areas/overview/index.js';
import { authorityCode } from '#domain/authority/authority-code.js';
import { readCursor } from '#surface/http/queries/cursor.js';
import { page, type PageAsked, view } from '#surface/pages/page.js';
import { Shows } from '#surface/pages/shows.js';
import { AskUploads } from '../uploaded-workbooks/ask-uploads.js';
import { type ListUploadsView, listUploadsView } from './list-uploads.view.js';

const listUploads = page({
  path: '/authorities/:code/imports',
  params: z.strictObject({ code: authorityCode }),
  query: z.object({ after: z.string().optional() }),
  template: new URL('./list-uploads.njk', import.meta.url),
  view: view<ListUploadsView>(),
});

const ON_A_PAGE = 20;

@Controller()
export class ListUploadsPage {
  constructor(
    private readonly frame: PageFrame,
    private readonly uploads: AskUploads,
  ) {}

  @Shows(listUploads)
  async show({ params: { code }, query: { after } }: PageAsked<typeof listUploads>): Promise<ListUploadsView> {
    const frame = await this.frame.of(code, 'imports');
    const cursor = readCursor(z.tuple([z.iso.datetime(), z.string()]), after);
    const found = await this.uploads.list(code, ON_A_PAGE + 1, cursor && { uploadedAt: cursor[0], id: cursor[1] });
    return listUploadsView({ frame, found, limit: ON_A_PAGE, after });
  }
}
