#!/usr/bin/env node
import { ensureBuilt } from '../infra/build/ensure-built.mjs';

await ensureBuilt();
process.setSourceMapsEnabled(true);
await import('../dist/apps/cli/main.js');
