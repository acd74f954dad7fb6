#!/usr/bin/env node
import { ensureBuilt } from '../infra/build/ensure-built.mjs';
import '../infra/build/stacks-in-sources.mjs';

await ensureBuilt();
await import('../dist/bundle/start.js');
