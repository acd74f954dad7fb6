import { readFileSync } from 'node:fs';
import type { Database } from '#engine/database/database.js';
import type { UploadedWorkbook, UploadedWorkbooks } from './uploaded-workbooks.js';

const sql = (file: string): string => readFileSync(new URL(file, import.meta.url), 'utf8');
const noteUpload = sql('./note-upload.sql');
const findUpload = sql('./find-upload.sql');
const listUploads = sql('./list-uploads.sql');

interface UploadRow {
  readonly upload_id: string;
  readonly actor: string;
  readonly uploaded_at: string;
  readonly files: string;
}

/** The uploaded workbooks in PostgreSQL: table `workbook.upload`. */
export class PostgresUploadedWorkbooks implements UploadedWorkbooks {
  constructor(private readonly database: Database) {}

  async note(authority: string, { id, actor, uploadedAt, files }: UploadedWorkbook): Promise<void> {
    await this.database.write([authority], (tx) => tx.query(noteUpload, [authority, id, actor, uploadedAt, JSON.stringify(files)]));
  }

  find(authority: string, id: string): Promise<UploadedWorkbook | undefined> {
    return this.database.read([authority], async (tx) => {
      const [found] = await tx.query<UploadRow>(findUpload, [authority, id]);
      return found && uploadOf(found);
    });
  }

  list(authority: string, limit: number, before?: { readonly uploadedAt: string; readonly id: string }): Promise<readonly UploadedWorkbook[]> {
    return this.database.read([authority], async (tx) => {
      const rows = await tx.query<UploadRow>(listUploads, [authority, limit, before?.uploadedAt ?? null, before?.id ?? null]);
      return rows.map(uploadOf);
    });
  }
}

function uploadOf({ upload_id, actor, uploaded_at, files }: UploadRow): UploadedWorkbook {
  return { id: upload_id, actor, uploadedAt: uploaded_at, files: JSON.parse(files) as string[] };
}
