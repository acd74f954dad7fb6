/** Jest runs the TypeScript sources as ES modules; see infra/decisions for why. */
export default {
  testEnvironment: 'node',
  roots: ['<rootDir>/libs', '<rootDir>/apps', '<rootDir>/infra', '<rootDir>/test'],
  testMatch: ['**/*.spec.ts', '**/*.acceptance.ts', '**/*.reliability.ts'],
  extensionsToTreatAsEsm: ['.ts'],
  transform: { '^.+\\.ts$': '@swc/jest' },
  resolver: '<rootDir>/infra/quality/jest-resolver.cjs',
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/data/'],
  globalSetup: '<rootDir>/test/support/jest-start.mjs',
  globalTeardown: '<rootDir>/test/support/jest-end.mjs',
  // one more than the cores of the smallest machine: acceptance tests mostly wait for processes of their own
  maxWorkers: 3,
  workerIdleMemoryLimit: '600MB',
  testTimeout: 60_000,
};
