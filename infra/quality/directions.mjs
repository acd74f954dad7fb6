/**
 * The house's directions, for dependency-cruiser: areas → surface, domain, engine; surface → domain, engine;
 * engine → the domain's kernel; domain → nothing. An area is entered by its index. Apps compose, and nobody needs them.
 * A specification may look further: it also takes what is in `test/support`.
 */
const specification = '\\.(spec|acceptance)\\.ts$|(^|/)conformance/|\\.conformance\\.ts$';

const never = (name, comment, from, to) => ({
  name,
  comment,
  severity: 'error',
  from: { pathNot: specification, ...from },
  to,
});

export const directions = [
  { name: 'no-cycle', comment: 'Two files that need each other are one.', severity: 'error', from: {}, to: { circular: true } },
  { name: 'resolves', comment: 'An import leads somewhere.', severity: 'error', from: {}, to: { couldNotResolve: true } },
  {
    name: 'domain-needs-nothing',
    comment: 'The domain is pure: it needs itself, and in the kernel three packages.',
    severity: 'error',
    from: { path: '^libs/domain/', pathNot: specification },
    to: { pathNot: '^libs/domain/', dependencyTypesNot: ['npm', 'npm-dev', 'npm-optional', 'npm-peer', 'core'] },
  },
  never('domain-without-node', 'The domain does no I/O.', { path: '^libs/domain/' }, { dependencyTypes: ['core'] }),
  never(
    'domain-packages',
    'Dates, decimals and schemas are all that the domain takes from others.',
    { path: '^libs/domain/' },
    { path: 'node_modules', pathNot: 'node_modules/(@types/)?(big\\.js|temporal-polyfill|temporal-spec|temporal-utils|zod)/' },
  ),
  never(
    'kernel-wraps',
    'Decimals and dates are wrapped once, in the kernel (schemas are written everywhere).',
    { path: '^libs/domain/', pathNot: ['^libs/domain/kernel/', specification] },
    { path: 'node_modules/(@types/)?(big\\.js|temporal-polyfill)/' },
  ),
  never('kernel-is-lowest', 'The kernel needs no other part of the domain.', { path: '^libs/domain/kernel/' }, { path: '^libs/domain/(?!kernel/)' }),
  never(
    'engine-needs-the-kernel',
    'The engine runs any record: it knows the domain’s kernel, and no area or surface.',
    { path: '^libs/engine/' },
    { path: '^(libs/(areas|surface)|apps)/|^libs/domain/(?!kernel/)' },
  ),
  never('surface-is-below-areas', 'The surface carries areas without knowing them.', { path: '^libs/surface/' }, { path: '^(libs/areas|apps)/' }),
  never('areas-are-below-apps', 'Apps compose.', { path: '^libs/areas/' }, { path: '^apps/' }),
  never(
    'apps-stand-alone',
    'One app does not need another; what they are all put together from is in assembly.',
    { path: '^apps/([^/]+)/' },
    { path: '^apps/', pathNot: '^apps/($1|assembly)/|^apps/[^/]+[.]ts$' },
  ),
  {
    name: 'areas-by-their-index',
    comment: 'What an area offers to others is in its index.ts.',
    severity: 'error',
    from: { path: '^libs/areas/([^/]+)/', pathNot: specification },
    to: { path: '^libs/areas/', pathNot: '^libs/areas/$1/|^libs/areas/[^/]+/index\\.ts$' },
  },
  {
    name: 'no-drawers',
    comment: 'A drawer for what has no name of its own grows; give it its name.',
    severity: 'error',
    from: {},
    to: { path: '/((util|utils|common|helper|helpers|misc)(/|[.]ts$)|(shared|base)/)', pathNot: 'node_modules' },
  },
  never('no-test-support', 'What runs needs no test support.', { path: '^(libs|apps)/' }, { path: '^test/' }),
];
