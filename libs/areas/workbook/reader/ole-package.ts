import { type ByteSource, bytesOf } from './files/byte-source.js';
import { FileFault } from './file-fault.js';

/**
 * What stands in the container that Office used before 2007 (MS-CFB), and still uses around a workbook with a password:
 * the names in its directory tell. Neither is read.
 */
export async function olePackage(source: ByteSource, header: Buffer): Promise<FileFault> {
  const sector = 1 << header.readUInt16LE(30);
  const at = (header.readUInt32LE(48) + 1) * sector;
  const directory = await bytesOf(source, Math.min(at, source.size), at + 4 * sector);
  const holds = (name: string): boolean => directory.includes(Buffer.from(name, 'utf16le'));
  if (holds('EncryptedPackage')) return new FileFault('must have no password', 'Save it without a password and send it again.');
  if (holds('WordDocument') || holds('PowerPoint Document')) return new FileFault('must be a workbook; this is a document of words or slides', 'Send the workbook itself.');
  return new FileFault('must not be a workbook of Excel 97 to 2003 (.xls)', 'Save it as “Excel Workbook (.xlsx)” or “ODF Spreadsheet (.ods)” and send that.');
}
