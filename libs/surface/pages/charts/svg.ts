type Attributes = Readonly<Record<string, string | number | undefined>>;

/** An element of SVG; attributes are escaped, content is markup already. */
export function element(name: string, attributes: Attributes, content?: string): string {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => ` ${key}="${escaped(typeof value === 'number' ? rounded(value) : (value ?? ''))}"`)
    .join('');
  return content === undefined ? `<${name}${written}/>` : `<${name}${written}>${content}</${name}>`;
}

export function text(attributes: Attributes, content: string): string {
  return element('text', attributes, escaped(content));
}

export function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

function rounded(value: number): string {
  return String(Math.round(value * 100) / 100);
}

/** Text cut into lines of about so many pixels, by a rough width for each character. */
export function wrapped(text: string, pixels: number, fontSize: number): string[] {
  const most = Math.max(8, Math.floor(pixels / (fontSize * 0.54)));
  const lines: string[] = [];
  for (const word of text.split(/\s+/)) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= most) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(...(word.match(new RegExp(`.{1,${most}}`, 'gsu')) ?? []));
  }
  return lines;
}
