import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));
let house: string;

beforeEach(() => {
  house = mkdtempSync(join(tmpdir(), 'house-'));
  for (const file of ['tsconfig.json', 'package.json']) cpSync(join(root, file), join(house, file));
  symlinkSync(join(root, 'node_modules'), join(house, 'node_modules'));
});
afterEach(() => rmSync(house, { recursive: true, force: true }));

function check(files: Record<string, string>): string[] {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(house, path)), { recursive: true });
    writeFileSync(join(house, path), text);
  }
  const check = join(root, 'infra/quality/architecture.mjs');
  const { stdout, stderr, status } = spawnSync(process.execPath, [check, house], { encoding: 'utf8' });
  expect(stderr).toBe('');
  expect(status).toBe(1);
  expect(stdout).toContain('the check does not see the house');
  return stdout.split('\n').filter((line) => line.includes(' → ')).sort();
}

it('finds nothing against a house as it should be', () => {
  const found = check({
    'apps/cli/main.ts': `import '#areas/one/index.js';`,
    'libs/areas/one/index.ts': `export { one } from './deep/inside.js';`,
    'libs/areas/one/deep/inside.ts': `import { pounds } from '#domain/kernel/money.js'; export const one = pounds;`,
    'libs/areas/one/deep/inside.spec.ts': `import '../../../../test/support/x.js';`,
    'libs/areas/two/a.ts': `import { one } from '#areas/one/index.js'; import '#surface/p.js'; export const a = one;`,
    'libs/surface/p.ts': `import { ledger } from '#engine/l.js'; export const page = ledger;`,
    'libs/engine/l.ts': `import { pounds } from '#domain/kernel/money.js'; import pg from 'pg'; export const ledger = [pounds, pg];`,
    'libs/domain/kernel/money.ts': `import Big from 'big.js'; export const pounds = Big;`,
    'test/support/x.ts': 'export const x = 1;',
  });
  expect(found).toEqual([]);
});

it('finds each way that is closed', () => {
  const found = check({
    'apps/cli/main.ts': `import '../web/main.js'; import '../../test/support/x.js';`,
    'apps/web/main.ts': 'export {};',
    'libs/areas/one/index.ts': `export { x } from './deep/inside.js';`,
    'libs/areas/one/deep/inside.ts': 'export const x = 1;',
    'libs/areas/two/a.ts': `import { x } from '#areas/one/deep/inside.js'; import { b } from './b.js'; import './gone.js'; export const a = [x, b];`,
    'libs/areas/two/b.ts': `import { a } from './a.js'; export const b: unknown = a;`,
    'libs/areas/two/c.ts': `import { d } from './utils/d.js'; export const c = d;`,
    'libs/areas/two/utils/d.ts': 'export const d = 1;',
    'libs/surface/p.ts': `import type { x } from '#areas/one/index.js'; export type P = typeof x;`,
    'libs/engine/l.ts': `import { c } from '#domain/contract/c.js'; import { x } from '#areas/one/index.js'; export const l = [x, c];`,
    'libs/domain/kernel/k.ts': `import { c } from '../contract/c.js'; export const k = c;`,
    'libs/domain/contract/c.ts': `import 'node:fs'; import 'pg'; import 'big.js'; import '#surface/p.js'; export const c = 1;`,
    'test/support/x.ts': 'export const x = 1;',
  });
  expect(found.map((line) => line.replace(/ → [^ ]*node_modules\/([^/]+)\/.*/, ' → $1'))).toEqual([
    'apps-stand-alone: apps/cli/main.ts → apps/web/main.ts',
    'areas-by-their-index: libs/areas/two/a.ts → libs/areas/one/deep/inside.ts',
    'domain-needs-nothing: libs/domain/contract/c.ts → libs/surface/p.ts',
    'domain-packages: libs/domain/contract/c.ts → pg',
    'domain-without-node: libs/domain/contract/c.ts → fs',
    'engine-needs-the-kernel: libs/engine/l.ts → libs/areas/one/index.ts',
    'engine-needs-the-kernel: libs/engine/l.ts → libs/domain/contract/c.ts',
    'kernel-is-lowest: libs/domain/kernel/k.ts → libs/domain/contract/c.ts',
    'kernel-wraps: libs/domain/contract/c.ts → big.js',
    'no-cycle: libs/areas/two/a.ts → libs/areas/two/b.ts → libs/areas/two/a.ts',
    'no-drawers: libs/areas/two/c.ts → libs/areas/two/utils/d.ts',
    'no-test-support: apps/cli/main.ts → test/support/x.ts',
    'resolves: libs/areas/two/a.ts → ./gone.js',
    'surface-is-below-areas: libs/surface/p.ts → libs/areas/one/index.ts',
  ]);
});
