import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import type { EvidenceFiles, FileContent, StoredFile } from './evidence-files.js';

/** Evidence in memory, for tests and for what is thrown away. */
export class MemoryEvidenceFiles implements EvidenceFiles {
  private readonly files = new Map<string, Buffer>();

  async store(content: FileContent): Promise<StoredFile> {
    const chunks: Uint8Array[] = [];
    for await (const chunk of content instanceof Uint8Array ? [content] : content) chunks.push(Buffer.from(chunk));
    const whole = Buffer.concat(chunks);
    const sha256 = createHash('sha256').update(whole).digest('hex');
    this.files.set(sha256, whole);
    return { sha256, bytes: whole.byteLength };
  }

  open(sha256: string): Promise<Readable | undefined> {
    const whole = this.files.get(sha256);
    return Promise.resolve(whole && Readable.from([whole], { objectMode: false }));
  }
}
