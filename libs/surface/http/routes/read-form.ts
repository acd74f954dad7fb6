import type { Request, Response } from 'express';
import multer from 'multer';
import { shown, type Fault } from '#domain/kernel/refusal.js';
import { inSentences } from '../problem-json/problem-of.js';
import { Problem } from '../problem-json/problem.js';
import type { FilesSpec, UploadedFile } from './route.js';

/** What a multipart form held: its fields in order, and its files. */
export interface Form {
  readonly fields: readonly (readonly [string, string])[];
  readonly files: readonly UploadedFile[];
}

export function isMultipart(request: Request): boolean {
  return /^multipart\/form-data\s*;/i.test(request.headers['content-type'] ?? '');
}

/** Reads a form into memory, within the bounds that the route sets for all its files together. */
export async function readForm(spec: FilesSpec, request: Request): Promise<Form> {
  const parse = multer({
    storage: inMemory(spec.mostBytes),
    limits: { files: spec.mostFiles, fields: 50, fieldSize: 100_000, fieldNameSize: 200, parts: spec.mostFiles + 50 },
    defParamCharset: 'utf8',
  }).any();
  await new Promise<void>((resolve, reject) => {
    parse(request, {} as Response, (error: unknown) => (error === undefined || error === null ? resolve() : reject(problemOfForm(error, spec))));
  });
  const files = (request.files ?? []) as Express.Multer.File[];
  const faults = files.flatMap((file, index) => wrongPart(spec, file, files.slice(0, index)));
  if (faults.length > 0) throw new Problem('invalid', inSentences(faults), faults);
  const fields = Object.entries((request.body ?? {}) as Record<string, string | string[]>);
  return {
    fields: fields.flatMap(([name, value]) => [value].flat().map((text) => [name, text] as const)),
    files: files.map((file) => ({
      part: file.fieldname,
      fileName: file.originalname,
      mediaType: file.mimetype,
      bytes: file.buffer,
    })),
  };
}

function wrongPart(spec: FilesSpec, file: Express.Multer.File, earlier: readonly Express.Multer.File[]): Fault[] {
  if (spec.anyPart && !Object.hasOwn(spec.parts, file.fieldname)) return [];
  const part = Object.hasOwn(spec.parts, file.fieldname) ? spec.parts[file.fieldname] : undefined;
  const found = { field: file.fieldname, value: shown(file.originalname) };
  if (!part) return [{ ...found, rule: 'must be a file that is taken here', fix: `Name the part one of: ${Object.keys(spec.parts).join(', ')}.` }];
  const again = part.many !== true && earlier.some(({ fieldname }) => fieldname === file.fieldname);
  return again ? [{ ...found, rule: 'must be given once', fix: 'Send it once.' }] : [];
}

class TooLarge extends Error {}

/** Like multer's own memory, but what is bounded is the sum of a request's files. */
function inMemory(mostBytes: number): multer.StorageEngine {
  let total = 0;
  return {
    _handleFile(_request, file, done) {
      const chunks: Buffer[] = [];
      file.stream.on('data', (chunk: Buffer) => {
        total += chunk.length;
        if (total <= mostBytes) chunks.push(chunk);
        else chunks.length = 0;
      });
      file.stream.on('error', (error: Error) => done(error));
      file.stream.on('end', () => (total > mostBytes ? done(new TooLarge()) : done(null, { buffer: Buffer.concat(chunks) })));
    },
    _removeFile(_request, _file, done) {
      done(null);
    },
  };
}

function problemOfForm(error: unknown, spec: FilesSpec): Problem {
  if (error instanceof TooLarge || (error instanceof multer.MulterError && error.code.startsWith('LIMIT_'))) {
    const megabytes = Math.floor(spec.mostBytes / 1_000_000);
    return new Problem('too-large', `A request may have ${spec.mostFiles} files and ${megabytes} MB in all. Send less at a time.`);
  }
  return new Problem('malformed', 'The multipart form cannot be read: its boundary is missing, or it broke off. Send it again.');
}
