import { existsSync, readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { readConfiguration } from '../../src/runtime/configuration.ts';
import { VARIABLES } from '../../src/runtime/variables.ts';

interface Service {
  image?: string;
  build?: string;
  depends_on?: Record<string, { condition: string }>;
  environment?: Record<string, string | number>;
  ports?: string[];
  volumes?: string[];
  healthcheck?: { test: string[] };
  command?: string[];
}

const SERVERS = ['postgres', 'temporal', 'titian-api', 'titian-worker'];
const ONCE = ['temporal-schema', 'temporal-namespace', 'titian-migrate'];
/** Programs that the official images bring along, by the image's name. */
const PROGRAMS: Record<string, string[]> = {
  postgres: ['pg_isready'],
  'temporalio/server': ['nc'],
  titian: ['node', 'test'],
};

let services: Record<string, Service>;
let volumes: string[];
beforeAll(() => {
  const file = parse(readFileSync('docker-compose.yml', 'utf8'), { merge: true });
  services = file.services;
  volumes = Object.keys(file.volumes);
});

const names = Object.keys(parse(readFileSync('docker-compose.yml', 'utf8'), { merge: true }).services);

/** What compose makes of ${NAME:-usual} and ${NAME:?why} with nothing but a master key set. */
function substituted(value: string | number): string {
  return String(value).replaceAll(/\$\{(\w+)(?::([-?])([^}]*))?\}/g, (_, name, kind, rest) => {
    if (name === 'TITIAN_MASTER_KEY') return `1:${'A'.repeat(43)}`;
    return kind === '-' ? rest : '';
  });
}

function environmentOf(name: string): Record<string, string> {
  const given = services[name]?.environment ?? {};
  return Object.fromEntries(Object.entries(given).map(([key, value]) => [key, substituted(value)]));
}

test('it has all that a cluster needs', () => {
  expect(names.sort()).toEqual([...SERVERS, ...ONCE, 'temporal-ui'].sort());
});

describe.each(names)('%s', (name) => {
  test('waits only for services that exist, each in the way that service can satisfy', () => {
    for (const [other, { condition }] of Object.entries(services[name]?.depends_on ?? {})) {
      const dependency = services[other];
      expect(dependency, other).toBeDefined();
      if (condition === 'service_healthy') expect(dependency?.healthcheck, other).toBeDefined();
      else {
        expect(condition).toBe('service_completed_successfully');
        expect(ONCE).toContain(other);
      }
    }
  });

  test('names a version for every image that is not ours', () => {
    const { image, build } = services[name] ?? {};
    if (build === undefined) expect(image).toMatch(/:\d+(\.\d+)*$/);
    else expect(existsSync('Dockerfile')).toBe(true);
  });

  test('opens its ports to this machine only, and mounts only volumes that exist', () => {
    for (const port of services[name]?.ports ?? []) expect(port).toMatch(/^127\.0\.0\.1:/);
    for (const volume of services[name]?.volumes ?? []) {
      const [source = ''] = volume.split(':');
      if (source.startsWith('./')) expect(existsSync(source), source).toBe(true);
      else expect(volumes).toContain(source);
    }
  });

  test('is asked for its health by a program that its image has', () => {
    const { healthcheck, image = '' } = services[name] ?? {};
    if (healthcheck === undefined) {
      expect(SERVERS).not.toContain(name);
      return;
    }
    const [kind, ...words] = healthcheck.test;
    const program = kind === 'CMD-SHELL' ? words[0]?.split(' ')[0] : words[0];
    expect(PROGRAMS[image.split(':')[0] ?? '']).toContain(program);
  });

  test('reaches other services by their names and ports', () => {
    const ports: Record<string, string> = { postgres: '5432', temporal: '7233' };
    for (const value of Object.values(environmentOf(name))) {
      for (const [, host = '', port] of value.matchAll(/(?:@|^)([a-z-]+):(\d+)(?:\/|$)/g)) {
        expect(ports[host], `${host}:${port}`).toBe(port);
      }
    }
  });
});

describe.each(names.filter((name) => name.startsWith('titian-')))('%s', (name) => {
  test('sets only variables that Titian reads', () => {
    for (const variable of Object.keys(environmentOf(name)))
      expect(Object.keys(VARIABLES)).toContain(variable);
  });

  test('has an environment that Titian accepts', () => {
    const outcome = readConfiguration(environmentOf(name));
    expect(outcome).toMatchObject({ ok: true, hints: [] });
    if (!outcome.ok) return;
    expect(`titian-${outcome.configuration.parts}`).toBe(name);
    expect(outcome.configuration.sandbox).toBe(true);
  });
});

test('the API is asked for its health at the port it listens on, and published from there', () => {
  const api = services['titian-api'];
  const port = environmentOf('titian-api').PORT;
  expect(api?.healthcheck?.test.join(' ')).toContain(`127.0.0.1:${port}/healthz`);
  expect(api?.ports?.map((entry) => entry.split(':').at(-1))).toEqual([port]);
});

test('workers can be scaled: no fixed name or port, and what they share is the one key of the log', () => {
  const worker = services['titian-worker'] as Service & { container_name?: string };
  expect([worker.container_name, worker.ports, worker.volumes]).toEqual([
    undefined,
    undefined,
    ['titian:/titian-data'],
  ]);
});

test('the image runs as an ordinary user, and copies only what is there', () => {
  const lines = readFileSync('Dockerfile', 'utf8').split('\n');
  expect(lines.indexOf('USER node')).toBeGreaterThan(0);
  const copied = lines
    .filter((line) => line.startsWith('COPY ') && !line.includes('--from='))
    .flatMap((line) => line.split(' ').slice(1, -1));
  expect(copied.filter((path) => !existsSync(path))).toEqual([]);
});
