import { type Look, LOOKS, STYLES, TYPEFACE } from '../looks.js';
import { type ValueFormat, VALUE_FORMATS } from '../written-value.js';
import type { CellStyle } from '../written-workbook.js';
import { XML } from '../xml.js';

/** The numbers under which a file of Excel keeps formats; from 164 on they are the file's own. */
// LibreOffice would show a yes in the general format as 1.
const NUMBER_FORMATS: Readonly<Record<ValueFormat, number>> = { general: 0, text: 49, 'whole percentage': 9, percentage: 164, date: 165, 'yes or no': 166 };

/** Which of the formats in `stylesXml` a cell has. */
export function styleIndex(style: CellStyle, format: ValueFormat): number {
  return STYLES.indexOf(style) * VALUE_FORMATS.length + VALUE_FORMATS.indexOf(format);
}

/** Every style in every format, whether used or not: there are few. */
export function stylesXml(): string {
  const looks = STYLES.map((style) => LOOKS[style]);
  // The first two grounds of a file are fixed.
  const grounds = [...new Set(looks.flatMap(({ ground }) => (ground === undefined ? [] : [ground])))];
  const formats = looks.flatMap((look, index) => VALUE_FORMATS.map((format) => cellFormat(look, index, look.ground === undefined ? 0 : grounds.indexOf(look.ground) + 2, format)));
  return (
    `${XML}<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">` +
    '<numFmts count="3"><numFmt numFmtId="164" formatCode="0.00##%"/><numFmt numFmtId="165" formatCode="dd/mm/yyyy"/><numFmt numFmtId="166" formatCode="&quot;TRUE&quot;;&quot;TRUE&quot;;&quot;FALSE&quot;"/></numFmts>' +
    `<fonts count="${looks.length}">${looks.map(font).join('')}</fonts>` +
    `<fills count="${grounds.length + 2}"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>${grounds.map(fill).join('')}</fills>` +
    '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>' +
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
    `<cellXfs count="${formats.length}">${formats.join('')}</cellXfs>` +
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'
  );
}

function font({ bold, italic, underlined, size = 11, colour }: Look): string {
  const coloured = colour === undefined ? '' : `<color rgb="FF${colour.toUpperCase()}"/>`;
  return `<font>${bold ? '<b/>' : ''}${italic ? '<i/>' : ''}${underlined ? '<u/>' : ''}<sz val="${size}"/>${coloured}<name val="${TYPEFACE}"/><family val="2"/></font>`;
}

function fill(ground: string): string {
  return `<fill><patternFill patternType="solid"><fgColor rgb="FF${ground.toUpperCase()}"/><bgColor indexed="64"/></patternFill></fill>`;
}

function cellFormat({ wrapped }: Look, font: number, fill: number, format: ValueFormat): string {
  const number = NUMBER_FORMATS[format];
  const applied = `${number === 0 ? '' : ' applyNumberFormat="1"'} applyFont="1"${fill === 0 ? '' : ' applyFill="1"'} applyAlignment="1"`;
  return `<xf numFmtId="${number}" fontId="${font}" fillId="${fill}" borderId="0" xfId="0"${applied}><alignment vertical="top"${wrapped ? ' wrapText="1"' : ''}/></xf>`;
}
