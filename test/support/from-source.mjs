/**
 * Runs the TypeScript sources in a process of their own, without a build:
 * `node --import ./test/support/from-source.mjs apps/cli/main.ts …`
 */
import { register } from 'node:module';

register('./from-source-hooks.mjs', import.meta.url);
