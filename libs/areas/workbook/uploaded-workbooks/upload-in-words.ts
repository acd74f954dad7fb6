import { isoInstant } from '#surface/pages/filters/days.js';
import type { UploadedWorkbook } from './uploaded-workbooks.js';

/** What an upload is called: its file, or the one among its files that says most, and how many came with it. */
export function uploadName({ files }: UploadedWorkbook): string {
  const name = files.find((file) => /\.(xlsx|ods|zip)$/i.test(file)) ?? files[0] ?? 'No file';
  if (files.length < 2) return name;
  return `${name} and ${files.length === 2 ? 'one more file' : `${files.length - 1} more files`}`;
}

/** “Contracts.xlsx, uploaded on 20 May 2026 at 2:05pm” */
export function uploadInWords(uploaded: UploadedWorkbook): string {
  return `${uploadName(uploaded)}, uploaded on ${isoInstant(uploaded.uploadedAt)}`;
}

export function importsPath(code: string): string {
  return `/authorities/${code}/imports`;
}

export function uploadPath(code: string, id: string): string {
  return `${importsPath(code)}/${id}`;
}
