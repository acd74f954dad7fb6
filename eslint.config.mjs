import js from '@eslint/js';
import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';

/** Rules that a reader would otherwise have to keep in mind. What is a matter of taste is not here. */
export default defineConfig(
  { ignores: ['dist/', 'data/', 'coverage/', 'node_modules/'] },
  js.configs.recommended,
  {
    languageOptions: {
      globals: { process: 'readonly', URL: 'readonly', Buffer: 'readonly', performance: 'readonly' },
    },
  },
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.recommended],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      // The compiler knows names, and sees unused ones.
      'no-undef': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true }],
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': 'error',
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/only-throw-error': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/consistent-type-imports': ['error', { disallowTypeAnnotations: false }],
      // A module of Nest is a class that holds nothing.
      '@typescript-eslint/no-extraneous-class': 'off',
      '@typescript-eslint/no-empty-object-type': 'off',
    },
  },
  {
    rules: {
      eqeqeq: 'error',
      'max-lines': ['error', { max: 400, skipBlankLines: true, skipComments: true }],
      // NUL, bidirectional marks and the like are named on purpose where input is checked.
      'no-control-regex': 'off',
    },
  },
  {
    files: ['apps/**/*.ts', 'libs/**/*.ts'],
    ignores: ['apps/cli/**', 'apps/standalone/**'],
    rules: { 'no-console': 'error' },
  },
  {
    // What is true does not depend on when or how often it is asked.
    files: ['libs/domain/**/*.ts'],
    ignores: ['libs/domain/kernel/clock.ts', '**/*.spec.ts'],
    rules: {
      'no-restricted-syntax': [
        'error',
        { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: 'The time comes from the Clock.' },
        { selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']", message: 'The time comes from the Clock.' },
        { selector: "MemberExpression[object.name='Math'][property.name='random']", message: 'The domain knows no chance.' },
        { selector: "MemberExpression[object.name='performance']", message: 'The time comes from the Clock.' },
        { selector: "MemberExpression[object.name='process']", message: 'The domain knows no process.' },
      ],
    },
  },
  {
    // Nest injects a class by the value that its constructor names: there an import for the type alone would break it.
    files: ['**/*.{controller,handler,service,module,filter,interceptor,guard,pipe,api,page,routes}.ts', 'apps/**/*.ts'],
    rules: { '@typescript-eslint/consistent-type-imports': 'off' },
  },
  {
    // Promises of Jest's matchers and hooks are awaited by Jest; test files speak of many things at once.
    files: ['**/*.spec.ts', '**/*.acceptance.ts', 'test/**/*.ts'],
    rules: { 'max-lines': ['error', { max: 600, skipBlankLines: true, skipComments: true }] },
  },
  { files: ['**/*.cjs'], languageOptions: { sourceType: 'commonjs', globals: { require: 'readonly', module: 'writable' } } },
  {
    // What browsers load.
    files: ['**/assets/*.js'],
    languageOptions: { globals: { document: 'readonly', location: 'readonly', fetch: 'readonly', DOMParser: 'readonly', setTimeout: 'readonly' } },
  },
  { files: ['bin/**', 'infra/**', '*.mjs'], languageOptions: { globals: { console: 'readonly' } } },
);
