import type { WrittenWorkbook } from '../written-workbook.js';
import { archive, packed } from '../zip.js';
import { csvFiles } from './csv-files.js';

/** The folder of CSVs in a ZIP, which an import takes as it is. The same workbook is the same bytes. */
export async function csvArchive(workbook: WrittenWorkbook): Promise<Uint8Array> {
  const entries: Awaited<ReturnType<typeof packed>>[] = [];
  for await (const { fileName, bytes } of csvFiles(workbook)) entries.push(await packed({ name: fileName, content: Buffer.from(bytes).toString('utf8') }));
  return archive(entries);
}
