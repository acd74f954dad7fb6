import { sheetNames } from '../sheet-names.js';
import type { WrittenSheet, WrittenWorkbook } from '../written-workbook.js';
import { escaped, storable, XML } from '../xml.js';
import { archive, packed, type ZipEntry } from '../zip.js';
import { contentXml } from './content-xml.js';
import { NAME_SPACES, stylesXml } from './ods-styles.js';

const SPREADSHEET = 'application/vnd.oasis.opendocument.spreadsheet';

/** A workbook as an OpenDocument spreadsheet (ODF 1.3). The same workbook is the same bytes. */
export async function writeOds(workbook: WrittenWorkbook): Promise<Uint8Array> {
  const names = sheetNames(workbook.sheets.map(({ name }) => name));
  const nameOf = (name: string): string => names.get(name) ?? name;
  const entries: ZipEntry[] = [
    // What the file is can be read at its start, so this comes first and as it stands.
    { name: 'mimetype', content: SPREADSHEET, stored: true },
    { name: 'META-INF/manifest.xml', content: manifestXml() },
    { name: 'meta.xml', content: `${XML}<office:document-meta ${NAME_SPACES}><office:meta><dc:title>${escaped(storable(workbook.title))}</dc:title></office:meta></office:document-meta>` },
    { name: 'styles.xml', content: stylesXml() },
    { name: 'settings.xml', content: settingsXml(workbook.sheets, nameOf) },
    { name: 'content.xml', content: contentXml(workbook, nameOf) },
  ];
  return archive(await Promise.all(entries.map(packed)));
}

function manifestXml(): string {
  const file = (path: string, type: string): string => `<manifest:file-entry manifest:full-path="${path}" manifest:media-type="${type}"/>`;
  const parts = ['content.xml', 'styles.xml', 'meta.xml', 'settings.xml'].map((path) => file(path, 'text/xml'));
  return `${XML}<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.3">${file('/', SPREADSHEET)}${parts.join('')}</manifest:manifest>`;
}

/** Which rows of each sheet stay in sight, and that the first sheet is the one that opens. */
function settingsXml(sheets: readonly WrittenSheet[], nameOf: (sheet: string) => string): string {
  const item = (name: string, type: string, value: string | number): string => `<config:config-item config:name="${name}" config:type="${type}">${value}</config:config-item>`;
  const frozen = (rows: number): string =>
    rows === 0 ? '' : item('HorizontalSplitMode', 'short', 0) + item('VerticalSplitMode', 'short', 2) + item('HorizontalSplitPosition', 'int', 0) + item('VerticalSplitPosition', 'int', rows) + item('ActiveSplitRange', 'short', 2) + item('PositionTop', 'int', 0) + item('PositionBottom', 'int', rows);
  const each = sheets.map(({ name, frozenRows = 0 }) => `<config:config-item-map-entry config:name="${escaped(storable(nameOf(name)))}">${frozen(frozenRows)}</config:config-item-map-entry>`);
  const active = item('ActiveTable', 'string', escaped(storable(nameOf(sheets[0]?.name ?? ''))));
  return (
    `${XML}<office:document-settings ${NAME_SPACES}><office:settings><config:config-item-set config:name="ooo:view-settings"><config:config-item-map-indexed config:name="Views"><config:config-item-map-entry>` +
    `${item('ViewId', 'string', 'view1')}<config:config-item-map-named config:name="Tables">${each.join('')}</config:config-item-map-named>${active}` +
    '</config:config-item-map-entry></config:config-item-map-indexed></config:config-item-set></office:settings></office:document-settings>'
  );
}
