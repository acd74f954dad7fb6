import { createHash } from 'node:crypto';
import { Controller } from '@nestjs/common';
import { z } from 'zod';
import { type FieldError, fieldError } from '#surface/pages/forms/field-error.js';
import { form } from '#surface/pages/forms/form.js';
import { Takes } from '#surface/pages/forms/takes.js';
import { page, Redirect, view, type PageAsked, type PageView } from '#surface/pages/page.js';
import { Shows } from '#surface/pages/shows.js';

interface ToyFormView extends PageView {
  readonly errors: readonly FieldError[];
  readonly note: string;
}

const toyFormPage = page({
  path: '/surveys/:code',
  params: z.strictObject({ code: z.string().regex(/^[a-z]+$/) }),
  template: new URL('./toy-form.njk', import.meta.url),
  view: view<ToyFormView>(),
});

const sendToyForm = form(toyFormPage, { fields: z.object({ note: z.string().optional() }), files: { mostBytes: 20_000, mostFiles: 3 } });

/** A page with a form that takes files, and notes what it was sent. */
@Controller()
export class ToyForm {
  static sent: string[] = [];

  @Shows(toyFormPage)
  show(): ToyFormView {
    return { title: 'A survey', errors: [], note: '' };
  }

  @Takes(sendToyForm)
  async take({ params, form }: PageAsked<typeof sendToyForm>): Promise<ToyFormView | Redirect> {
    const files: string[] = [];
    const { fields, tooMuch } = await form.read(async ({ fileName, content }) => {
      if (fileName === 'disk-full') throw new Error('There is no room for it.');
      const hash = createHash('sha256');
      let bytes = 0;
      for await (const chunk of content) {
        hash.update(chunk as Buffer);
        bytes += (chunk as Buffer).length;
      }
      files.push(`${fileName} ${bytes} ${hash.digest('hex').slice(0, 8)}`);
    });
    if (tooMuch) return { title: 'A survey', errors: [fieldError('file', 'It is too much')], note: fields.note ?? '' };
    ToyForm.sent.push(`${params.code}: ${fields.note}`, ...files);
    return new Redirect(`/surveys/${params.code}`);
  }
}
