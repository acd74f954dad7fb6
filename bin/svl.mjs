#!/usr/bin/env node
import { setFlagsFromString } from 'node:v8';
import { ensureBuilt } from '../infra/build/ensure-built.mjs';
import '../infra/build/stacks-in-sources.mjs';

// Left to itself the heap grows to four times what is in use before it is swept: an import of 100,000 rows took 1 GB.
setFlagsFromString('--heap-growing-percent=40');

// Until the command line itself listens for Ctrl-C (apps/cli/session.ts takes over), there is nothing to put away.
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(130));

await ensureBuilt();
await import('../dist/bundle/svl.js');
