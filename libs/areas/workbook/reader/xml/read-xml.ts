import { type XmlListener, XmlReader } from './xml-reader.js';

/** Reads a document from its first byte to its last. @throws FileFault it is not well-formed */
export async function readXml(pieces: AsyncIterable<Uint8Array>, listener: XmlListener): Promise<void> {
  const reader = new XmlReader(listener);
  for await (const piece of pieces) reader.feed(piece);
  reader.end();
}
