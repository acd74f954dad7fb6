import { createHash, randomBytes } from 'node:crypto';
import type { Readable } from 'node:stream';
import type { EvidenceFiles } from './evidence-files.js';

/** What every adapter of `EvidenceFiles` keeps to. */
export function evidenceFilesConformance(name: string, adapter: () => Promise<EvidenceFiles> | EvidenceFiles): void {
  describe(name, () => {
    let files: EvidenceFiles;
    beforeEach(async () => {
      files = await adapter();
    });

    it('gives back what it was given, under the SHA-256 of the content', async () => {
      const stored = await files.store(Buffer.from('Sign-in sheet'));
      expect(stored).toEqual({ sha256: hashOf(Buffer.from('Sign-in sheet')), bytes: 13 });
      expect(await contentOf(files, stored.sha256)).toEqual(Buffer.from('Sign-in sheet'));
    });

    it('takes a file as it comes in', async () => {
      const content = randomBytes(300_000);
      const stored = await files.store(inPieces(content, 70_001));
      expect(stored).toEqual({ sha256: hashOf(content), bytes: 300_000 });
      expect((await contentOf(files, stored.sha256)).equals(content)).toBe(true);
    });

    it('keeps the same content once, however often and at once it comes', async () => {
      const content = randomBytes(50_000);
      const stored = await Promise.all([1, 2, 3, 4].map((size) => files.store(inPieces(content, 9_000 * size))));
      expect(new Set(stored.map(({ sha256 }) => sha256))).toEqual(new Set([hashOf(content)]));
      expect((await contentOf(files, hashOf(content))).equals(content)).toBe(true);
    });

    it('keeps an empty file', async () => {
      const { sha256, bytes } = await files.store(Buffer.alloc(0));
      expect(bytes).toBe(0);
      expect(await contentOf(files, sha256)).toEqual(Buffer.alloc(0));
    });

    it('does not change with the buffer that it was given', async () => {
      const content = Buffer.from('as it was');
      const { sha256 } = await files.store(content);
      content.fill(0);
      expect(await contentOf(files, sha256)).toEqual(Buffer.from('as it was'));
    });

    it('passes on the error of content that breaks off, and keeps nothing of it', async () => {
      const half = Buffer.from('half a file');
      await expect(files.store(breakingOff(half))).rejects.toThrow('the line went dead');
      expect(await files.open(hashOf(half))).toBeUndefined();
    });

    it.each(['', 'unknown', '../../etc/passwd', 'A'.repeat(64), 'a'.repeat(64), `${'a'.repeat(62)}/.`])(
      'has no file under “%s”',
      async (name) => {
        expect(await files.open(name)).toBeUndefined();
      },
    );
  });
}

function hashOf(content: Buffer): string {
  return createHash('sha256').update(content).digest('hex');
}

async function contentOf(files: EvidenceFiles, sha256: string): Promise<Buffer> {
  const content = await files.open(sha256);
  if (!content) throw new Error(`There is no file ${sha256}.`);
  return Buffer.concat(await (content as Readable).toArray());
}

async function* inPieces(content: Buffer, size: number): AsyncGenerator<Buffer> {
  for (let at = 0; at < content.length; at += size) yield Promise.resolve(content.subarray(at, at + size));
}

async function* breakingOff(content: Buffer): AsyncGenerator<Buffer> {
  yield Promise.resolve(content);
  throw new Error('the line went dead');
}
