import { FileFault } from '../file-fault.js';
import { type SheetRow, UnreadableSheet } from '../workbook-reader.js';
import { type XmlListener, XmlReader } from '../xml/xml-reader.js';

/** Makes rows of the XML of a sheet. */
export interface RowListener extends XmlListener {
  /** The row that is being read, as a spreadsheet counts them; 0 before the first. */
  readonly number: number;
  /** Whether the sheet has ended, whatever may follow. */
  readonly ended?: boolean;
}

/** The XML of a sheet, and who makes rows of it. */
export interface SheetXml {
  readonly pieces: AsyncIterable<Uint8Array>;
  /** Where the first piece begins in its document; 0 if left out. */
  readonly from?: number;
  listener(ready: (row: SheetRow) => void): RowListener;
}

/**
 * The rows of a sheet, as they come: those of one piece are handed out before the next is unpacked.
 * @throws UnreadableSheet the file cannot be read, or not beyond a row
 */
export async function* rowsOfXml(open: () => Promise<SheetXml>): AsyncGenerator<SheetRow> {
  let listener: RowListener | undefined;
  try {
    const xml = await open();
    let rows: SheetRow[] = [];
    listener = xml.listener((row) => rows.push(row));
    const reader = new XmlReader(listener, xml.from);
    for await (const piece of xml.pieces) {
      reader.feed(piece);
      yield* rows;
      rows = [];
      if (listener.ended === true) return;
    }
    reader.end();
  } catch (failure) {
    if (!(failure instanceof FileFault)) throw failure;
    throw new UnreadableSheet({ row: listener?.number || null, column: '', value: '', rule: failure.rule, fix: failure.fix });
  }
}
