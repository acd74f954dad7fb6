import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The folder of the whole project. */
export const HOME = fileURLToPath(new URL('../../', import.meta.url));

export const README = readFileSync(`${HOME}README.md`, 'utf8');

/** A block of commands, with what the page says that they print. */
export interface Snippet {
  readonly commands: string;
  readonly printed: string;
}

/** The page's blocks marked `sh`, in order; each has a block marked `text` right under it. */
export function snippets(page: string): readonly Snippet[] {
  const found = [...page.matchAll(/^```sh\n(.*?)^```\n(?:```text\n(.*?)^```\n)?/gms)];
  return found.map(([block, commands = '', printed]) => {
    if (printed === undefined) throw new Error(`The page does not say what this prints:\n${block}`);
    return { commands, printed };
  });
}

/** The commands that record nothing. */
const ASKING: readonly string[] = ['totals', 'kept', 'trace', 'diff', 'verify', 'obligations', 'returns', 'break-clauses', 'at-risk', 'timeline'];

/** Whether a block only asks, so that its place among others of the kind does not matter. */
export function onlyAsks({ commands }: Snippet): boolean {
  const run = [...commands.matchAll(/npx svl ([\w-]+)|\b(curl)\b/g)].map(([, command, curl]) => command ?? curl);
  return run.every((command) => ASKING.includes(command!));
}

/** What is printed as the page has it: spaces and rules of tables as they come, `…` for anything. */
export function asPrinted(text: string): RegExp {
  const words = text.trim().replaceAll(/─+/g, '─').split(/\s+/);
  const pattern = words.map((word) => word.split('…').map(literally).join('.*?')).join('\\s*');
  return new RegExp(`^\\s*${pattern}\\s*$`, 's');
}

/** What was printed, with the rules of tables in one length. */
export function printed(text: string): string {
  return text.replaceAll(/─+/g, '─');
}

function literally(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
