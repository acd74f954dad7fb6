/**
 * Checks the house's directions (directions.mjs) over apps and libs, and fails where it sees fewer modules than there
 * must be: a reader of imports that reads nothing finds no fault.
 */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

import { cruise } from 'dependency-cruiser';

import { root } from '../build/sources.mjs';
import { directions } from './directions.mjs';

const AT_LEAST = 400;

/** Reads the imports of the house at a folder: its modules, and what goes against the directions. */
export async function readHouse(house) {
  process.chdir(house);
  const parts = ['domain', 'areas', 'engine', 'surface'];
  const { output } = await cruise(['apps', 'libs'], {
    ruleSet: { forbidden: directions },
    validate: true,
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      extensions: ['.ts', '.js', '.mjs', '.cjs', '.json', '.d.ts'],
      // Sources import `./x.js`, which on disk is `./x.ts`; `#engine/x.js` is a source too.
      extensionAlias: { '.js': ['.ts', '.js'] },
      alias: Object.fromEntries(parts.map((part) => [`#${part}`, join(house, 'libs', part)])),
    },
  });
  return {
    modules: output.modules.filter(({ source }) => /^(apps|libs)\//.test(source)),
    violations: output.summary.violations.map(({ rule, from, to, cycle }) => ({
      rule: rule.name,
      way: [from, ...(cycle?.length ? cycle.map(({ name }) => name) : [to])].join(' → '),
    })),
  };
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const { modules, violations } = await readHouse(process.argv[2] ?? root);
  const imports = modules.reduce((sum, { dependencies }) => sum + dependencies.length, 0);
  for (const { rule, way } of violations) console.log(`${rule}: ${way}`);
  console.log(`${modules.length} modules, ${imports} imports, ${violations.length} against the directions`);
  if (modules.length < AT_LEAST) console.log(`Fewer than ${AT_LEAST} modules: the check does not see the house.`);
  process.exitCode = modules.length < AT_LEAST || violations.length > 0 ? 1 : 0;
}
