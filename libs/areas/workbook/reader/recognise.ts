import { type ByteSource, bytesOf } from './files/byte-source.js';
import { damaged, FileFault } from './file-fault.js';
import { olePackage } from './ole-package.js';
import { ZipArchive } from './zip/zip-archive.js';

/** What a file is, by its content: its name may say anything. */
export type Recognised =
  | { readonly kind: 'xlsx' | 'ods' | 'archive'; readonly archive: ZipArchive }
  /** No workbook that is read here, and why; `spreadsheet` where it is one in another form, or was one. */
  | { readonly kind: 'other'; readonly fault: FileFault; readonly spreadsheet: boolean };

const AS_XLSX = 'Save it as “Excel Workbook (.xlsx)” or “ODF Spreadsheet (.ods)” and send that.';
const NO_WORKBOOK = 'Send the workbook itself: an .xlsx or .ods file, a folder or .zip with one CSV for each sheet.';

export async function recognise(source: ByteSource): Promise<Recognised> {
  const start = await bytesOf(source, 0, 4096);
  if (start.length === 0) return other('must not be empty', NO_WORKBOOK, true);
  if (start.subarray(0, 4).equals(Buffer.from('PK\u0003\u0004'))) return inArchive(source);
  if (start.subarray(0, 8).toString('hex') === 'd0cf11e0a1b11ae1') return { kind: 'other', spreadsheet: true, fault: await olePackage(source, start) };
  const text = start.toString('latin1').trimStart();
  if (text.startsWith('%PDF-')) return other('must be a workbook; this is a PDF', NO_WORKBOOK, false);
  if (/^(\u00ef\u00bb\u00bf)?<(\?xml|!doctype|html|table)/i.test(text)) return other('must be a workbook; this is a web page or XML, whatever its name', `Open it in your spreadsheet program. ${AS_XLSX}`, true);
  if (!start.includes(0)) {
    return other('must be a workbook; this is one sheet as plain text, whatever its name', 'Put it as a CSV named like its sheet into a folder or .zip, with about.csv and the others.', true);
  }
  return other('must be a workbook; it is not known what this is', NO_WORKBOOK, false);
}

async function inArchive(source: ByteSource): Promise<Recognised> {
  let archive: ZipArchive;
  try {
    archive = await ZipArchive.open(source);
  } catch (fault) {
    if (!(fault instanceof FileFault)) throw fault;
    return { kind: 'other', fault, spreadsheet: true };
  }
  const holds = (pattern: RegExp): boolean => archive.entries.some(({ name }) => pattern.test(name));
  if (holds(/^xl\/workbook\.bin$/)) return other('must not be a binary workbook (.xlsb)', AS_XLSX, true);
  if (holds(/^\[Content_Types\]\.xml$/)) {
    if (holds(/^(word|ppt|visio)\//)) return other('must be a workbook; this is a document of words or slides', NO_WORKBOOK, false);
    return holds(/^xl\//) ? { kind: 'xlsx', archive } : { kind: 'other', spreadsheet: true, fault: damaged('it holds no workbook') };
  }
  if (holds(/^(Index\.zip|Index\/Document\.iwa)$/)) return other('must not be a workbook of Apple Numbers', 'In Numbers, choose File, Export To, Excel, and send that.', true);
  if (archive.has('mimetype') && archive.has('content.xml')) return openDocument(archive);
  return { kind: 'archive', archive };
}

async function openDocument(archive: ZipArchive): Promise<Recognised> {
  try {
    const type = (await archive.bytes('mimetype', 1_000)).toString().trim();
    if (!/opendocument\.spreadsheet(-template)?$/.test(type)) return other('must be a workbook; this is a document of words, slides or drawings', NO_WORKBOOK, false);
    const manifest = archive.has('META-INF/manifest.xml') ? (await archive.bytes('META-INF/manifest.xml', 1_000_000)).toString() : '';
    if (/encryption-data/.test(manifest)) return other('must have no password', 'Save it without a password and send it again.', true);
    return { kind: 'ods', archive };
  } catch (fault) {
    if (!(fault instanceof FileFault)) throw fault;
    return { kind: 'other', fault, spreadsheet: true };
  }
}

function other(rule: string, fix: string, spreadsheet: boolean): Recognised {
  return { kind: 'other', fault: new FileFault(rule, fix), spreadsheet };
}
