/** The house's own colour, for authorities that have not chosen theirs. */
export const HOUSE_COLOUR = '#1a5454';

const COLOUR = /^#?([0-9a-f]{6})$/i;

/** The address of the style sheet that gives a page its authority's colour. */
export function brandSheet(colour: string | undefined): string {
  return `/brand/${(COLOUR.exec(colour ?? '')?.[1] ?? HOUSE_COLOUR.slice(1)).toLowerCase()}.css`;
}

/** That style sheet: the colour, and the text colour that can be read on it. Undefined: not a colour. */
export function brandStyles(colour: string): string | undefined {
  const hex = COLOUR.exec(colour)?.[1];
  if (hex === undefined) return undefined;
  const text = contrast(luminance(hex), 1) >= 4.5 ? '#ffffff' : '#0b0c0c';
  return `:root { --svl-brand: #${hex.toLowerCase()}; --svl-on-brand: ${text}; }\n`;
}

/** Relative luminance as WCAG 2.2 defines it, between 0 and 1. */
function luminance(hex: string): number {
  const [red, green, blue] = [0, 2, 4].map((start) => {
    const channel = Number.parseInt(hex.slice(start, start + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: number, other: number): number {
  return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
}
