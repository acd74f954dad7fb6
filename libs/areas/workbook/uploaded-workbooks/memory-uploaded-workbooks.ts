import type { UploadedWorkbook, UploadedWorkbooks } from './uploaded-workbooks.js';

/** The uploaded workbooks, kept nowhere else. */
export class MemoryUploadedWorkbooks implements UploadedWorkbooks {
  private readonly all: { readonly authority: string; readonly uploaded: UploadedWorkbook }[] = [];

  async note(authority: string, uploaded: UploadedWorkbook): Promise<void> {
    if (await this.find(authority, uploaded.id)) throw new Error(`${uploaded.id} is noted already.`);
    this.all.push({ authority, uploaded });
  }

  async find(authority: string, id: string): Promise<UploadedWorkbook | undefined> {
    return (await this.list(authority, Infinity)).find((one) => one.id === id);
  }

  list(authority: string, limit: number, before?: { readonly uploadedAt: string; readonly id: string }): Promise<readonly UploadedWorkbook[]> {
    const order = (one: { uploadedAt: string; id: string }): string => `${one.uploadedAt}\n${one.id}`;
    const here = this.all.filter((one) => one.authority === authority).map(({ uploaded }) => uploaded);
    const sorted = here.sort((a, b) => (order(a) < order(b) ? 1 : -1));
    return Promise.resolve(sorted.filter((one) => !before || order(one) < order(before)).slice(0, limit));
  }
}
