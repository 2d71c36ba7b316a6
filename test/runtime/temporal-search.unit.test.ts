import { expect, test } from 'vitest';
import { searchOrder } from '../../src/runtime/temporal-search.ts';

const everything = {
  address: 'temporal.example:7233',
  namedProgram: '/opt/temporal',
  programOnPath: '/usr/bin/temporal',
  cachedProgram: '/data/temporal',
  wheelForPlatform: true,
};

test('a configured cluster stands alone, whatever else is there', () => {
  expect(searchOrder(everything)).toEqual([{ kind: 'address', address: 'temporal.example:7233' }]);
});

test('a program that the operator names stands alone: if it fails, nothing takes its place in silence', () => {
  expect(searchOrder({ ...everything, address: undefined })).toEqual([
    { kind: 'program', path: '/opt/temporal', from: 'TEMPORAL_CLI_PATH' },
  ]);
});

test('then the PATH, what was fetched before, the official download, and the wheel, in this order', () => {
  expect(searchOrder({ ...everything, address: undefined, namedProgram: undefined })).toEqual([
    { kind: 'program', path: '/usr/bin/temporal', from: 'PATH' },
    { kind: 'program', path: '/data/temporal', from: 'cache' },
    { kind: 'official-download' },
    { kind: 'wheel' },
  ]);
});

test('where nothing is there yet, it is fetched; without a wheel for the platform only officially', () => {
  expect(searchOrder({ wheelForPlatform: true })).toEqual([{ kind: 'official-download' }, { kind: 'wheel' }]);
  expect(searchOrder({ wheelForPlatform: false })).toEqual([{ kind: 'official-download' }]);
});
