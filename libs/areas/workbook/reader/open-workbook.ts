import { stat } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { refuse } from '#domain/kernel/refusal.js';
import { csvWorkbook, isCsv } from './csv/csv-workbook.js';
import { archiveFiles } from './files/archive-files.js';
import { type ByteSource, fileBytes, memoryBytes } from './files/byte-source.js';
import { folderFiles } from './files/folder-files.js';
import { fileAmong, type NamedFiles } from './files/named-files.js';
import { refusePath } from './files/refuse-path.js';
import { FileFault } from './file-fault.js';
import { odsWorkbook } from './ods/ods-workbook.js';
import { plainFileName } from './plain-file-name.js';
import { type Recognised, recognise } from './recognise.js';
import { sheetName } from './sheet-name.js';
import type { WorkbookReader } from './workbook-reader.js';
import { xlsxWorkbook } from './xlsx/xlsx-workbook.js';

/**
 * A workbook, whatever holds it: a folder with one CSV per sheet, an XLSX or ODS file, an archive of either. What it is,
 * its content says and not its name. Evidence lies beside it.
 * @throws Refusal there is nothing at the path that can be read as a workbook
 */
export async function openWorkbook(path: string): Promise<WorkbookReader> {
  try {
    if ((await stat(path)).isDirectory()) return await workbookAmong(await folderFiles(path), 'path', path);
    const source = await fileBytes(path);
    const found = await recognise(source);
    if (found.kind === 'other') refuse('path', path, found.fault.rule, found.fault.fix);
    if (found.kind === 'archive') return await workbookAmong(archiveFiles(basename(path), found.archive), 'path', path, true);
    return await spreadsheet(found, basename(path), source, await folderFiles(dirname(path)));
  } catch (failure) {
    if (failure instanceof FileFault) refuse('path', path, failure.rule, failure.fix);
    return refusePath(failure, 'path', path);
  }
}

/**
 * The workbook among files that came together; the others are evidence, even if they are spreadsheets. One CSV per sheet,
 * about.csv among them, goes before all; of several spreadsheets it is the one with a sheet `about`.
 * @throws Refusal there is none, or it cannot be told which
 */
export async function workbookAmong(files: NamedFiles, field: string, value: string, inArchive = false): Promise<WorkbookReader> {
  const csvs = files.names.filter(isCsv);
  if (csvs.some((file) => sheetName(file.replace(/\.csv$/i, '')) === 'about')) return csvWorkbook(files);
  try {
    const found = await recognised(files);
    const workbook = (await oneSpreadsheet(files, found, field, csvs.length > 0)) ?? (inArchive ? undefined : await oneArchive(files, found, field));
    if (workbook) return workbook;
    if (csvs.length > 0) return csvWorkbook(files);
    const [name, wrong] = found.find(([, what]) => what.kind === 'other' && what.spreadsheet) ?? found[0] ?? [];
    if (name !== undefined && wrong?.kind === 'other') refuse(field, name, wrong.fault.rule, wrong.fault.fix);
  } catch (failure) {
    if (failure instanceof FileFault) refuse(field, value, failure.rule, failure.fix);
    throw failure;
  }
  return refuse(field, value, 'must hold a workbook', 'Give an .xlsx or .ods file, or a folder or .zip with one CSV for each sheet, about.csv among them.');
}

type Found = readonly (readonly [name: string, what: Recognised])[];

async function recognised(files: NamedFiles): Promise<Found> {
  const found: [string, Recognised][] = [];
  for (const name of files.names) {
    // “~$Workbook.xlsx” is what Excel leaves beside a workbook that is open.
    if (isCsv(name) || !plainFileName(name) || name.startsWith('~$')) continue;
    found.push([name, await recognisedByName(files, name)]);
  }
  return found;
}

/** Only what begins like a spreadsheet or an archive is opened: evidence in an archive would have to be unpacked for it. */
async function recognisedByName(files: NamedFiles, name: string): Promise<Recognised> {
  try {
    const start = await startOf(await files.stream(name));
    return await recognise(/^(PK\u0003\u0004|\u00d0\u00cf\u0011\u00e0)/.test(start.toString('latin1', 0, 4)) ? await files.open(name) : memoryBytes(start));
  } catch (fault) {
    if (!(fault instanceof FileFault)) throw fault;
    return { kind: 'other', fault, spreadsheet: false };
  }
}

async function startOf(pieces: AsyncIterable<Uint8Array>): Promise<Buffer> {
  for await (const piece of pieces) return Buffer.from(piece.subarray(0, 4096));
  return Buffer.alloc(0);
}

/** Beside CSVs, only a spreadsheet with a sheet `about` is a workbook; by itself any is, and its reader is told what it lacks. */
async function oneSpreadsheet(files: NamedFiles, found: Found, field: string, besideCsvs: boolean): Promise<WorkbookReader | undefined> {
  const spreadsheets = found.flatMap(([name, what]) => (what.kind === 'xlsx' || what.kind === 'ods' ? [{ name, what }] : []));
  const readers = await Promise.all(spreadsheets.map(async ({ name, what }) => spreadsheet(what, name, await files.open(name), files)));
  if (readers.length <= 1 && !besideCsvs) return readers[0];
  const ours: WorkbookReader[] = [];
  for (const reader of readers) if ((await reader.sheets()).some(({ name }) => name === 'about')) ours.push(reader);
  if (ours.length === 1 || readers.length === 0 || besideCsvs) return ours[0];
  return refuse(field, spreadsheets.map(({ name }) => name).join(', '), 'must be one workbook at a time', 'Send each workbook by itself, with the evidence that it names; the one to be read has a sheet about.');
}

async function oneArchive(files: NamedFiles, found: Found, field: string): Promise<WorkbookReader | undefined> {
  const archives = found.flatMap(([name, what]) => (what.kind === 'archive' ? [{ name, archive: what.archive }] : []));
  const [only, another] = archives;
  if (!only || another) return undefined;
  const inside = archiveFiles(only.name, only.archive);
  if (!inside.names.some((name) => isCsv(name) || /\.(xlsx|xlsm|ods)$/i.test(name))) return undefined;
  const reader = await workbookAmong(inside, field, only.name, true);
  return { ...reader, fileBeside: async (name) => (await reader.fileBeside(name)) ?? fileAmong(files, name) };
}

function spreadsheet({ kind, archive }: Extract<Recognised, { archive: unknown }>, name: string, source: ByteSource, beside: NamedFiles): Promise<WorkbookReader> {
  const read = kind === 'xlsx' ? xlsxWorkbook : odsWorkbook;
  return read(name, source, archive, (wanted) => (wanted === name ? Promise.resolve(undefined) : fileAmong(beside, wanted)));
}
