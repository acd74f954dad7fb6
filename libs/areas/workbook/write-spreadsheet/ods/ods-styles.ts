import { type Look, LOOKS, STYLES, TYPEFACE } from '../looks.js';
import { type ValueFormat, VALUE_FORMATS } from '../written-value.js';
import type { CellStyle, WrittenColumn } from '../written-workbook.js';
import { XML } from '../xml.js';

/** The name spaces of OpenDocument that are used here. */
export const NAME_SPACES = [
  ...['office', 'table', 'text', 'style', 'meta', 'config', 'manifest'].map((name) => `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`),
  'xmlns:number="urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0"',
  'xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"',
  'xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0"',
  'xmlns:of="urn:oasis:names:tc:opendocument:xmlns:of:1.2"',
  'xmlns:xlink="http://www.w3.org/1999/xlink"',
  'xmlns:dc="http://purl.org/dc/elements/1.1/"',
  'xmlns:ooo="http://openoffice.org/2004/office"',
  'office:version="1.3"',
].join(' ');

/** How values are shown; what is general needs no style. */
const SHOWN: Readonly<Partial<Record<ValueFormat, string>>> = {
  text: '<number:text-style style:name="n-text"><number:text-content/></number:text-style>',
  'whole percentage': '<number:percentage-style style:name="n-whole-percentage"><number:number number:decimal-places="0" number:min-integer-digits="1"/><number:text>%</number:text></number:percentage-style>',
  percentage: '<number:percentage-style style:name="n-percentage"><number:number number:decimal-places="4" number:min-decimal-places="2" number:min-integer-digits="1"/><number:text>%</number:text></number:percentage-style>',
  date: '<number:date-style style:name="n-date"><number:day number:style="long"/><number:text>/</number:text><number:month number:style="long"/><number:text>/</number:text><number:year number:style="long"/></number:date-style>',
  'yes or no': '<number:boolean-style style:name="n-yes-or-no"><number:boolean/></number:boolean-style>',
};

const plain = (name: string): string => name.replaceAll(' ', '-');

export function cellStyleName(style: CellStyle, format: ValueFormat): string {
  return `c-${plain(style)}-${plain(format)}`;
}

/** Every style in every format, whether used or not: there are few. */
export function automaticStyles(): string {
  return Object.values(SHOWN).join('') + STYLES.flatMap((style) => VALUE_FORMATS.map((format) => cellStyle(LOOKS[style], cellStyleName(style, format), format))).join('');
}

function cellStyle({ bold, italic, underlined, size = 11, colour, ground, wrapped }: Look, name: string, format: ValueFormat): string {
  const shown = SHOWN[format] === undefined ? '' : ` style:data-style-name="n-${plain(format)}"`;
  const face =
    (bold ? ' fo:font-weight="bold"' : '') + (italic ? ' fo:font-style="italic"' : '') + (colour === undefined ? '' : ` fo:color="#${colour}"`) + (underlined ? ' style:text-underline-style="solid"' : '');
  return (
    `<style:style style:name="${name}" style:family="table-cell" style:parent-style-name="Default"${shown}>` +
    `<style:table-cell-properties style:vertical-align="top"${wrapped ? ' fo:wrap-option="wrap"' : ''}${ground === undefined ? '' : ` fo:background-color="#${ground}"`}/>` +
    `<style:text-properties fo:font-size="${size}pt"${face}/></style:style>`
  );
}

/** A style for each width of columns, named after it. */
export function columnStyles(columns: Iterable<WrittenColumn>): string {
  const widths = [...new Set([...columns].map(({ width }) => width))];
  return widths.map((width) => `<style:style style:name="${columnStyleName(width)}" style:family="table-column"><style:table-column-properties style:column-width="${centimetres(width)}cm"/></style:style>`).join('');
}

export function columnStyleName(width: number): string {
  return `w-${String(width).replace('.', '-')}`;
}

/** As wide as Excel makes a column of so many characters, at 96 pixels to the inch. */
function centimetres(characters: number): string {
  return (((characters * 8 + 5) / 96) * 2.54).toFixed(3);
}

/** What every cell starts from, and paper laid across, as wide as a sheet. */
export function stylesXml(): string {
  return (
    `${XML}<office:document-styles ${NAME_SPACES}><office:styles><style:style style:name="Default" style:family="table-cell">` +
    `<style:text-properties fo:font-family="${TYPEFACE}" fo:font-size="11pt" fo:language="en" fo:country="GB"/></style:style></office:styles>` +
    '<office:automatic-styles><style:page-layout style:name="across"><style:page-layout-properties fo:page-width="29.7cm" fo:page-height="21cm" style:print-orientation="landscape" fo:margin="1.5cm" style:scale-to-X="1" style:scale-to-Y="0"/></style:page-layout></office:automatic-styles>' +
    '<office:master-styles><style:master-page style:name="Default" style:page-layout-name="across"/></office:master-styles></office:document-styles>'
  );
}
