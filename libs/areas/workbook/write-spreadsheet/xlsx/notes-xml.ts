import type { WrittenColumn } from '../written-workbook.js';
import { XML } from '../xml.js';
import { xlsxText } from './xlsx-text.js';

/** A note and its cell; row and column counted from 0. */
export interface PlacedNote {
  readonly row: number;
  readonly column: number;
  readonly text: string;
}

/** The box of a note, in pixels, and what its letters take up. */
const WIDTH = 320;
const CHARACTERS_IN_A_LINE = 46;
const LINE = 17;
const ROW = 20;

/** The words of the notes. Who wrote them stands in none, since they are the template's. */
export function notesXml(notes: readonly PlacedNote[], cellOf: (note: PlacedNote) => string): string {
  const one = (note: PlacedNote): string =>
    `<comment ref="${cellOf(note)}" authorId="0"><text><r><rPr><sz val="10"/><rFont val="Arial"/><family val="2"/></rPr><t xml:space="preserve">${xlsxText(note.text)}</t></r></text></comment>`;
  return `${XML}<comments xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><authors><author></author></authors><commentList>${notes.map(one).join('')}</commentList></comments>`;
}

/** The boxes of the notes, which Excel draws only if they are described in its older language. Large enough for their words. */
export function noteBoxesXml(notes: readonly PlacedNote[], columns: readonly WrittenColumn[], sheet: number): string {
  const widths = (column: number): number => Math.round((columns[column]?.width ?? 9) * 8 + 5);
  const box = ({ row, column, text }: PlacedNote, index: number): string => {
    const lines = text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / CHARACTERS_IN_A_LINE)), 0);
    const height = lines * LINE + 12;
    let right = column + 1;
    let rest = WIDTH + 12;
    while (rest > widths(right)) rest -= widths(right++);
    const anchor = [column + 1, 12, row, 4, right, rest, row + Math.floor((height + 4) / ROW), (height + 4) % ROW].join(',');
    return (
      `<v:shape id="_x0000_s${sheet * 1024 + 1 + index}" type="#_x0000_t202" style="position:absolute;width:${(WIDTH * 3) / 4}pt;height:${(height * 3) / 4}pt;z-index:${index + 1};visibility:hidden" fillcolor="#ffffe1" o:insetmode="auto">` +
      '<v:fill color2="#ffffe1"/><v:shadow on="t" color="black" obscured="t"/><v:path o:connecttype="none"/><v:textbox style="mso-direction-alt:auto"><div style="text-align:left"></div></v:textbox>' +
      `<x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>${anchor}</x:Anchor><x:AutoFill>False</x:AutoFill><x:Row>${row}</x:Row><x:Column>${column}</x:Column></x:ClientData></v:shape>`
    );
  };
  // One sheet has room for 1,024 numbers of shapes; a sheet with more notes takes the next thousands too.
  const blocks = Array.from({ length: Math.ceil((notes.length + 1) / 1024) }, (_, block) => sheet + block).join(',');
  return (
    '<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel">' +
    `<o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="${blocks}"/></o:shapelayout>` +
    '<v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>' +
    `${notes.map(box).join('')}</xml>`
  );
}
