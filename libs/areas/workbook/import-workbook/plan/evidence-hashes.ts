import { createHash } from 'node:crypto';
import type { WorkbookReader } from '../../reader/workbook-reader.js';
import type { DeliveryRow } from '../../sheets/deliveries.js';
import type { ComparedRow } from './compared-row.js';

/** The SHA-256 of each evidence file that new and changed rows name and that lies beside the workbook, by name. */
export async function evidenceHashes(reader: WorkbookReader, deliveries: readonly ComparedRow[]): Promise<ReadonlyMap<string, string>> {
  const hashes = new Map<string, string>();
  for (const name of filesNamed(deliveries)) {
    const content = await reader.fileBeside(name);
    if (!content) continue;
    const hash = createHash('sha256');
    for await (const chunk of content) hash.update(chunk);
    hashes.set(name, hash.digest('hex'));
  }
  return hashes;
}

function filesNamed(deliveries: readonly ComparedRow[]): ReadonlySet<string> {
  const names = new Set<string>();
  for (const { row, sound, before, changed } of deliveries as readonly ComparedRow<DeliveryRow>[]) {
    if (!sound || (before && changed.length === 0)) continue;
    for (const { fileName } of row.values.evidence) if (fileName !== null) names.add(fileName);
  }
  return names;
}
