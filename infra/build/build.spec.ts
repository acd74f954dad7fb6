import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, statSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));
let house: string;

beforeEach(() => {
  house = mkdtempSync(join(tmpdir(), 'house-'));
  for (const path of ['package.json', '.swcrc', 'infra/build', 'bin']) cpSync(join(root, path), join(house, path), { recursive: true });
  symlinkSync(join(root, 'node_modules'), join(house, 'node_modules'));
  write('apps/cli/main.ts', `import { word } from '#engine/word.js';\nconsole.log(word as string, process.argv.slice(2).join());`);
  write('libs/engine/word.ts', `export const word: string = 'first';`);
  write('libs/engine/word.spec.ts', 'not compiled');
  write('libs/engine/word.sql', 'select 1');
  write('libs/surface/pages/assets/_colour.scss', '$colour: red;');
  write('libs/surface/pages/assets/app.scss', '@use "colour"; body { color: colour.$colour; }');
});
afterEach(() => rmSync(house, { recursive: true, force: true }));

function write(path: string, text: string): void {
  mkdirSync(dirname(join(house, path)), { recursive: true });
  writeFileSync(join(house, path), text);
}
const read = (path: string): string => readFileSync(join(house, path), 'utf8');
const run = (script: string, ...options: string[]): { status: number | null; stdout: string; stderr: string } =>
  spawnSync(process.execPath, [join(house, script), ...options], { encoding: 'utf8' });
const build = (): ReturnType<typeof run> => run('infra/build/build.mjs');
const builtAt = (path: string): number => statSync(join(house, path)).mtimeMs;

it('compiles, copies what is read beside the code, and makes the assets', () => {
  expect(build()).toMatchObject({ status: 0, stderr: '' });
  expect(read('dist/libs/engine/word.js')).toContain(`export const word = 'first'`);
  expect(read('dist/libs/engine/word.sql')).toBe('select 1');
  expect(read('dist/assets/app.css')).toContain('body{color:red}');
  expect(existsSync(join(house, 'dist/assets/govuk-frontend.min.js'))).toBe(true);
  expect(existsSync(join(house, 'dist/libs/engine/word.spec.js'))).toBe(false);
});

it('does nothing when it is current, only what has changed when it is not, and removes what has gone', () => {
  build();
  const before = ['dist/.stamp.json', 'dist/libs/engine/word.js', 'dist/apps/cli/main.js'].map(builtAt);
  build();
  expect(['dist/.stamp.json', 'dist/libs/engine/word.js', 'dist/apps/cli/main.js'].map(builtAt)).toEqual(before);

  write('libs/engine/word.ts', `export const word = 'second';`);
  write('libs/surface/pages/assets/_colour.scss', '$colour: blue;');
  rmSync(join(house, 'libs/engine/word.sql'));
  build();
  expect(read('dist/libs/engine/word.js')).toContain('second');
  expect(read('dist/assets/app.css')).toContain('body{color:blue}');
  expect(existsSync(join(house, 'dist/libs/engine/word.sql'))).toBe(false);
  expect(builtAt('dist/apps/cli/main.js')).toBe(before[2]);
});

it('is loaded from one file, and reads what lies beside the code where it was compiled to, wherever the house is moved', () => {
  write('apps/cli/main.ts', `import { word, sql } from '#engine/word.js';\nconsole.log(word, sql, new Error('x').stack!.split('\\n')[1]);`);
  write('libs/engine/word.ts', `import { readFileSync } from 'node:fs';\nexport const word = 'first';\nexport const sql = readFileSync(new URL('./word.sql', import.meta.url), 'utf8');`);
  build();
  rmSync(join(house, 'dist/libs/engine/word.js'));
  const { stdout, stderr } = run('dist/bundle/svl.js');
  expect({ stdout, stderr }).toEqual({ stdout: expect.stringContaining('first select 1'), stderr: '' });
  renameSync(house, `${house}-moved`);
  house = `${house}-moved`;
  expect(run('dist/bundle/svl.js').stdout).toContain('first select 1');
  const told = spawnSync(process.execPath, ['--import', join(house, 'infra/build/stacks-in-sources.mjs'), join(house, 'dist/bundle/svl.js')], { encoding: 'utf8' });
  expect(told.stdout).toContain(`${house}/apps/cli/main.ts:2:`);
});

it('leaves alone what another build is just writing, and removes bundles of before (bug: of two at once one found its draft gone)', () => {
  build();
  write('dist/bundle/svl.js.4711', 'half of one');
  write('dist/bundle/chunk-OLD.js', 'of before');
  write('libs/engine/word.ts', `export const word = 'second';`);
  expect(build()).toMatchObject({ status: 0, stderr: '' });
  expect(existsSync(join(house, 'dist/bundle/svl.js.4711'))).toBe(true);
  expect(existsSync(join(house, 'dist/bundle/chunk-OLD.js'))).toBe(false);
});

it('takes a copy with other times, as an installed package is, for current', () => {
  build();
  const before = builtAt('dist/libs/engine/word.js');
  utimesSync(join(house, 'libs/engine/word.ts'), 1, 1);
  build();
  expect(builtAt('dist/libs/engine/word.js')).toBe(before);
});

it('happens once at the first command, which says so where it is in nobody’s way', () => {
  expect(run('bin/svl.mjs', 'totals')).toEqual(
    expect.objectContaining({ status: 0, stdout: 'first totals\n', stderr: 'Compiling, once …\n' }),
  );
  expect(run('bin/svl.mjs', 'totals')).toMatchObject({ stdout: 'first totals\n', stderr: '' });
});

it('names a source that cannot be compiled, and leaves no build that passes for one', () => {
  write('libs/engine/word.ts', 'export const = 1');
  expect(build()).toMatchObject({ status: 1, stderr: expect.stringContaining('libs/engine/word.ts cannot be compiled') });
  expect(run('bin/svl.mjs').status).toBe(3);
  write('libs/engine/word.ts', `export const word = 'mended';`);
  expect(run('bin/svl.mjs', 'x').stdout).toBe('mended x\n');
});
