#!/usr/bin/env node
import { ensureBuilt } from '../infra/build/ensure-built.mjs';
import '../infra/build/stacks-in-sources.mjs';

// Until the command line itself listens for Ctrl-C (apps/cli/session.ts takes over), there is nothing to put away.
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(130));

await ensureBuilt();
await import('../dist/apps/cli/main.js');
