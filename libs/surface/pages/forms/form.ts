import type { Readable } from 'node:stream';
import type { z } from 'zod';
import type { PageRequest, PageRoute } from '../page.js';

/** The files that a form takes: bounds for all of one sending together. */
export interface FilesOfForm {
  readonly mostBytes: number;
  readonly mostFiles: number;
}

/** A file as it comes in. It must be read to its end: a large one holds up those behind it, small ones may come together. */
export interface ArrivingFile {
  /** The name that the sender's computer had for it; text from outside, never a path. */
  readonly fileName: string;
  readonly content: Readable;
}

/** What was sent with a form. */
export interface SentForm<Fields> {
  readonly fields: Fields;
  /** How much all files had together. */
  readonly bytes: number;
  /** More files, or more bytes in them, than the form takes; what came beyond was not handed on. */
  readonly tooMuch: boolean;
}

/** A form on its way in: nothing of it is held in memory but its fields. */
export interface ArrivingForm<Fields> {
  /**
   * Reads it to its end, handing on each file as it comes.
   * @throws Problem where it is no form, or broke off
   */
  read(keep?: (file: ArrivingFile) => Promise<void>): Promise<SentForm<Fields>>;
}

/** A form: sent to the address of its page, whose template shows it again where something is wrong. Made by `form`, taken by `@Takes`. */
export interface FormRoute<Asked = unknown, View = unknown> extends PageRoute<Asked, View> {
  readonly fields: z.ZodObject;
  readonly files: FilesOfForm | undefined;
}

export type FormRequest<Params, Query, Fields> = PageRequest<Params, Query> & { readonly form: ArrivingForm<Fields> };

/** A form of a page. Fields that it does not know it ignores; what may be wrong with one is best taken as text, and said on the page. */
export function form<Params, Query, View, Fields extends z.ZodObject>(
  page: PageRoute<PageRequest<Params, Query>, View>,
  spec: { readonly fields: Fields; readonly files?: FilesOfForm },
): FormRoute<FormRequest<Params, Query, z.output<Fields>>, View> {
  return { ...page, fields: spec.fields.loose(), files: spec.files, asked: page.asked as FormRoute<FormRequest<Params, Query, z.output<Fields>>, View>['asked'] };
}
