import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { chromium as playwright, type Browser } from 'playwright-core';

/** Widths that pages are looked at in: a desk, and a small telephone. */
export const DESKTOP = { width: 1280, height: 900 } as const;
export const TELEPHONE = { width: 375, height: 800 } as const;

const HERE = fileURLToPath(new URL('./', import.meta.url));

/** A headless Chromium out of the npm package. Close it when done. */
export async function openBrowser(): Promise<Browser> {
  const folder = await unpacked();
  return playwright.launch({
    executablePath: join(folder, 'chromium'),
    // Not the package's own flags: they make it one process, which ends with its first page, and put security aside.
    args: ['--no-sandbox', '--disable-dev-shm-usage', '--disable-gpu', '--font-render-hinting=none'],
    env: { ...process.env, FONTCONFIG_PATH: join(folder, 'fonts') },
  });
}

/** Chromium's files, unpacked once for this user: beside their place, then moved there, so that nobody finds half of them. */
async function unpacked(): Promise<string> {
  // unpacking takes seconds: its files stay from run to run
  const place = join(process.env['TMPDIR_BEFORE'] ?? tmpdir(), `svl-chromium-147-with-fonts-${process.getuid?.() ?? 0}`);
  if (existsSync(place)) return place;
  const draft = await mkdtemp(`${place}-`);
  const unpack = "const { default: chromium } = await import('@sparticuz/chromium'); await chromium.executablePath();";
  // It unpacks to the folder for temporary files, which a process is told when it begins.
  await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', unpack], { env: { ...process.env, TMPDIR: draft }, cwd: HERE });
  await writeFile(join(draft, 'fonts/fonts.conf'), fontsIn(place));
  await rename(draft, place).catch(() => rm(draft, { recursive: true, force: true }));
  return place;
}

/** The package's own settings look for its fonts in folders where only an unpacking without a place of its own puts them. */
function fontsIn(place: string): string {
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>${place}/fonts/fonts</dir><cachedir>${place}/fonts-cache</cachedir></fontconfig>
`;
}
