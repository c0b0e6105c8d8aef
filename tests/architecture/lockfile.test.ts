import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

interface LockedPackage {
  readonly resolved?: string;
  readonly integrity?: string;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

const file = path.join(import.meta.dirname, '../../package-lock.json');
const { packages } = JSON.parse(readFileSync(file, 'utf8')) as {
  packages: Readonly<Record<string, LockedPackage>>;
};

/** Whether an import of `name` by the package at `place` is answered somewhere up the tree. */
function isLocked(name: string, place: string): boolean {
  const candidate = place === '' ? `node_modules/${name}` : `${place}/node_modules/${name}`;
  if (candidate in packages) return true;
  if (place === '') return false;
  return isLocked(name, place.slice(0, Math.max(0, place.lastIndexOf('node_modules/') - 1)));
}

describe('package-lock.json', () => {
  it('names the packages of every platform, without which `npm ci` refuses on all of them', () => {
    const missing = Object.entries(packages).flatMap(([place, { optionalDependencies = {} }]) =>
      Object.keys(optionalDependencies)
        .filter((name) => !isLocked(name, place))
        .map((name) => `${name}, wanted by ${place}`),
    );
    expect(missing).toEqual([]);
  });

  it('carries a checksum for each package and no address of a registry', () => {
    const others = Object.entries(packages).filter(([place]) => place !== '');
    expect(others.filter(([, { resolved }]) => resolved !== undefined)).toEqual([]);
    expect(others.filter(([, { integrity }]) => integrity === undefined)).toEqual([]);
  });
});
