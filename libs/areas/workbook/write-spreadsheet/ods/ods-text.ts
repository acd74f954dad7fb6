import { escaped, storable, UNFIT } from '../xml.js';

/** The signs that stand for control characters, which no file of this kind can hold: ␀ for the first. */
const CONTROL_PICTURES = 0x2400;

/**
 * Text as an OpenDocument holds it, one string for each of its lines, which stand as paragraphs. Spaces that would be
 * lost, and tabs, are written by name.
 */
export function odsLines(text: string): readonly string[] {
  const kept = storable(text).replace(/\r\n?/g, '\n').replace(UNFIT, (character) => String.fromCharCode(CONTROL_PICTURES + character.charCodeAt(0)));
  return kept.split('\n').map((line) =>
    escaped(line)
      .replace(/^ +| +$|(?<= ) +/g, (spaces) => `<text:s text:c="${spaces.length}"/>`)
      .replaceAll('\t', '<text:tab/>'),
  );
}
