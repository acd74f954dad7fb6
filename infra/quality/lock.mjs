/**
 * package-lock.json must serve every platform and every registry: `npm ci` refuses a lock that lacks a package for
 * another platform, which npm leaves out when the registry at hand does not carry it; and an address in it would tie it
 * to one registry. Checks that; with --write, adds what is missing (the version is exact, so only the checksum is not
 * known).
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { root } from '../build/sources.mjs';

const file = join(root, 'package-lock.json');
const lock = JSON.parse(readFileSync(file, 'utf8'));

const missing = Object.entries(lock.packages).flatMap(([path, { optionalDependencies = {}, dev }]) =>
  Object.entries(optionalDependencies)
    .filter(([name]) => !resolves(name, path))
    .map(([name, version]) => ({ name, version, dev })),
);
const addresses = Object.entries(lock.packages).filter(([, { resolved }]) => resolved !== undefined);

if (process.argv.includes('--write')) {
  for (const { name, version, dev } of missing) lock.packages[`node_modules/${name}`] = entry(name, version, dev);
  for (const [, locked] of addresses) delete locked.resolved;
  lock.packages = Object.fromEntries(Object.entries(lock.packages).sort(([a], [b]) => a.localeCompare(b, 'en')));
  writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);
} else if (missing.length + addresses.length > 0) {
  for (const { name } of missing) console.log(`package-lock.json lacks ${name}`);
  for (const [path] of addresses) console.log(`package-lock.json names a registry for ${path}`);
  console.log('Mend it with: node infra/quality/lock.mjs --write');
  process.exitCode = 1;
}

/** As Node looks: in the folder's own packages, then in those of each folder above. */
function resolves(name, path) {
  for (let at = path; ; at = at.slice(0, Math.max(0, at.lastIndexOf('node_modules/') - 1))) {
    if (lock.packages[`${at === '' ? '' : `${at}/`}node_modules/${name}`]) return true;
    if (at === '') return false;
  }
}

/** What a package for one platform is, by its name: `@swc/core-linux-arm64-musl`. */
function entry(name, version, dev) {
  const [, os, cpu] = /-(android|darwin|freebsd|linux|openharmony|win32)-(arm64|arm|ia32|loong64|ppc64|riscv64|s390x|x64)\b/.exec(name) ?? [];
  if (!os || !/^\d/.test(version)) throw new Error(`${name}@${version} cannot be added by its name: run npm install against another registry.`);
  const libc = os === 'linux' && /-(gnu|musl)$/.exec(name)?.[1];
  return {
    version,
    cpu: [cpu],
    ...(dev ? { dev } : {}),
    ...(libc ? { libc: [libc === 'gnu' ? 'glibc' : libc] } : {}),
    optional: true,
    os: [os],
  };
}
