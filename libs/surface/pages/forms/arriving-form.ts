import { Readable } from 'node:stream';
import express, { type Request, type Response } from 'express';
import multer from 'multer';
import type { Fault } from '#domain/kernel/refusal.js';
import { inSentences } from '../../http/problem-json/problem-of.js';
import { Problem } from '../../http/problem-json/problem.js';
import { isMultipart } from '../../http/routes/read-form.js';
import { textPart } from '../../http/routes/text-part.js';
import type { ArrivingFile, ArrivingForm, FilesOfForm, FormRoute } from './form.js';

const NO_FILES: FilesOfForm = { mostBytes: 0, mostFiles: 0 };
const FIELDS = { fields: 50, fieldSize: 100_000, fieldNameSize: 200 };
const urlencoded = express.urlencoded({ extended: false, limit: FIELDS.fields * FIELDS.fieldSize, parameterLimit: FIELDS.fields });

/** The form that a request brings. */
export function arrivingForm(route: FormRoute, request: Request): ArrivingForm<unknown> {
  return {
    async read(keep = () => Promise.resolve()) {
      const files = new BoundedFiles(route.files ?? NO_FILES, keep);
      if (isMultipart(request)) await files.parse(request);
      else await parsed(urlencoded, request);
      const faults: Fault[] = [];
      const texts = Object.entries((request.body ?? {}) as Record<string, string | string[]>);
      const fields = textPart(route.fields)(texts.flatMap(([name, value]) => [value].flat().map((text) => [name, text] as const)), faults);
      if (faults.length > 0) throw new Problem('invalid', inSentences(faults), faults);
      return { fields, bytes: files.bytes, tooMuch: files.tooMuch };
    },
  };
}

async function parsed(parse: express.RequestHandler, request: Request): Promise<void> {
  const failure = await new Promise<unknown>((resolve) => void parse(request, {} as Response, resolve));
  if (failure instanceof FileNotKept) throw failure.cause;
  if (failure instanceof multer.MulterError && failure.code === 'LIMIT_PART_COUNT') throw new TooManyParts();
  if (failure) throw new Problem('malformed', 'The form cannot be read, or broke off on its way. Send it again.');
}

class FileNotKept extends Error {}
class TooManyParts extends Error {}

/** Hands each file on as it comes; what is beyond the bounds is read and dropped, so that the sender hears of it. */
class BoundedFiles implements multer.StorageEngine {
  bytes = 0;
  private files = 0;

  constructor(
    private readonly most: FilesOfForm,
    private readonly keep: (file: ArrivingFile) => Promise<void>,
  ) {}

  /** Reads a multipart form to its end. */
  async parse(request: Request): Promise<void> {
    // a few more parts than files are let in, so that what is wrong can be said; then it is not looked at any more
    const limits = { ...FIELDS, parts: FIELDS.fields + 2 * this.most.mostFiles };
    try {
      await parsed(multer({ storage: this, limits, defParamCharset: 'utf8' }).any(), request);
    } catch (failure) {
      if (!(failure instanceof TooManyParts)) throw failure;
      this.files = Infinity;
    }
  }

  get tooMuch(): boolean {
    return this.bytes > this.most.mostBytes || this.files > this.most.mostFiles;
  }

  _handleFile(_request: Request, { originalname, stream }: Express.Multer.File, done: (error?: unknown, info?: object) => void): void {
    this.files++;
    const content = Readable.from(this.bounded(stream), { objectMode: false });
    const kept = this.tooMuch ? drained(content) : this.keep({ fileName: originalname, content });
    kept.then(
      () => done(null, {}),
      (cause: unknown) => done(new FileNotKept('A file could not be kept.', { cause })),
    );
  }

  _removeFile(_request: Request, _file: Express.Multer.File, done: (error: null) => void): void {
    done(null);
  }

  private async *bounded(stream: Readable): AsyncGenerator<Buffer> {
    for await (const chunk of stream) {
      this.bytes += (chunk as Buffer).length;
      if (!this.tooMuch) yield chunk as Buffer;
    }
  }
}

async function drained(content: Readable): Promise<void> {
  for await (const _ of content);
}
