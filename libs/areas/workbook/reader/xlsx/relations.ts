import type { Attributes } from '../xml/attributes.js';
import { readXml } from '../xml/read-xml.js';
import type { ZipArchive } from '../zip/zip-archive.js';

/** What a part of the file points to, by the id that it uses for it. */
export interface Relation {
  /** The last word of its type: `worksheet`, `sharedStrings`. */
  readonly type: string;
  /** The part's name in the archive; an address, where it lies outside. */
  readonly target: string;
}

/** The relations of a part; of the whole file, where the part is ''. None where the file has none for it. */
export async function relationsOf(archive: ZipArchive, part: string): Promise<ReadonlyMap<string, Relation>> {
  const slash = part.lastIndexOf('/');
  const folder = part.slice(0, slash + 1);
  const name = `${folder}_rels/${part.slice(slash + 1)}.rels`;
  const relations = new Map<string, Relation>();
  if (!archive.has(name)) return relations;
  const open = (tag: string, attributes: Attributes): void => {
    const [id, type, target] = [attributes.get('Id'), attributes.get('Type'), attributes.get('Target')];
    if (tag !== 'Relationship' || id === undefined || type === undefined || target === undefined) return;
    const outside = attributes.get('TargetMode') === 'External';
    relations.set(id, { type: type.slice(type.lastIndexOf('/') + 1), target: outside ? target : resolved(folder, target) });
  };
  await readXml(archive.stream(name), { open, close: () => undefined, text: () => undefined, wantsText: false });
  return relations;
}

function resolved(folder: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1);
  const parts = folder.split('/').slice(0, -1);
  for (const part of target.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.') parts.push(part);
  }
  return parts.join('/');
}
