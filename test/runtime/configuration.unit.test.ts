import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { type Configuration, readConfiguration } from '../../src/runtime/configuration.ts';

function accepted(env: Record<string, string>): Configuration {
  const outcome = readConfiguration(env);
  if (!outcome.ok) throw new Error(outcome.mistakes.join('\n'));
  return outcome.configuration;
}

function mistakes(env: Record<string, string>): readonly string[] {
  const outcome = readConfiguration(env);
  return outcome.ok ? [] : outcome.mistakes;
}

test('an empty environment is a sandbox on this machine with servers of its own', () => {
  expect(accepted({})).toEqual({
    host: '127.0.0.1',
    port: 8080,
    dataFolder: resolve('.titian'),
    trustedProxies: [],
    temporalNamespace: 'default',
    taskQueue: 'titian',
    parts: 'all',
    sandbox: true,
    pilot: true,
    logLevel: 'info',
    notices: { publicUrl: '', sandboxSends: false, privateNetwork: false },
    seal: { checkpointMs: 60_000, checkpointLeaves: 1_000, headsMs: 86_400_000, headsLeaves: 100_000 },
    verifySchedule: '0 19 * * *',
  });
});

test('an empty value is the same as none, as compose files pass them', () => {
  expect(accepted({ PORT: '', DATABASE_URL: ' ', TITIAN_OIDC_ISSUER: '' })).toEqual(accepted({}));
});

const REAL = {
  DATABASE_URL: 'postgres://titian_app:secret@db.example:5432/titian',
  TITIAN_OIDC_ISSUER: 'https://login.example/realms/titian',
  TITIAN_MASTER_KEY: 'given',
};

test('a database of one’s own or a sign-in service is no sandbox unless it is said', () => {
  expect(accepted(REAL).sandbox).toBe(false);
  expect(accepted({ DATABASE_URL: REAL.DATABASE_URL, TITIAN_SANDBOX: 'on' }).sandbox).toBe(true);
});

test('without an own address for migrations, the application’s is used', () => {
  expect(accepted(REAL).database).toEqual({ appUrl: REAL.DATABASE_URL, ownerUrl: REAL.DATABASE_URL });
});

test('outside a sandbox a sign-in service and a master key are required', () => {
  const lines = mistakes({ DATABASE_URL: REAL.DATABASE_URL });
  expect(lines).toHaveLength(2);
  expect(lines[0]).toMatch(/^TITIAN_OIDC_ISSUER is missing/);
  expect(lines[1]).toMatch(/^TITIAN_MASTER_KEY is missing/);
});

test('a key or certificate for a cluster switches TLS on, and TEMPORAL_TLS decides', () => {
  const cluster = { TEMPORAL_ADDRESS: 'cluster.example:7233' };
  expect(accepted(cluster).temporal?.tls).toBe(false);
  expect(accepted({ ...cluster, TEMPORAL_API_KEY: 'key' }).temporal).toMatchObject({
    apiKey: 'key',
    tls: true,
  });
  expect(accepted({ ...cluster, TEMPORAL_API_KEY: 'key', TEMPORAL_TLS: 'off' }).temporal?.tls).toBe(false);
});

test.each([
  ['PORT', 'eighty', {}],
  ['PORT', '65536', {}],
  ['PORT', '-1', {}],
  ['TITIAN_SANDBOX', 'perhaps', {}],
  ['TITIAN_PARTS', 'half', {}],
  ['TITIAN_LOG_LEVEL', 'loud', {}],
  ['DATABASE_URL', 'db.example/titian', { TITIAN_SANDBOX: 'on' }],
  ['DATABASE_URL', 'mysql://db.example/titian', { TITIAN_SANDBOX: 'on' }],
  ['TITIAN_OWNER_DATABASE_URL', 'postgres://owner@db.example/titian', {}],
  ['TEMPORAL_ADDRESS', 'http://cluster.example', {}],
  ['TEMPORAL_ADDRESS', 'cluster.example', {}],
  ['TEMPORAL_API_KEY', 'key', {}],
  ['TEMPORAL_TLS_CLIENT_CERT_PATH', '/cert.pem', { TEMPORAL_ADDRESS: 'cluster.example:7233' }],
  ['TITIAN_OIDC_ISSUER', 'http://login.example', { TITIAN_MASTER_KEY: 'given' }],
  ['TITIAN_OIDC_AUDIENCE', 'titian', {}],
  ['TITIAN_LOG_ORIGIN', 'a log', {}],
  ['TITIAN_LOG_KEY', 'log.pem', REAL],
  ['TITIAN_TRUST_POLICY', 'policy', REAL],
  ['TITIAN_CHECKPOINT_SECONDS', '0', {}],
  ['TITIAN_CHECKPOINT_LEAVES', '1e3', {}],
  ['TITIAN_HEADS_HOURS', '-1', {}],
])('%s=%s is one mistake, told in one line that names the variable', (name, value, others) => {
  const lines = mistakes({ ...others, [name]: value });
  expect(lines).toHaveLength(1);
  expect(lines[0]).toMatch(new RegExp(`^${name} [^\\n]+$`));
});

test('all mistakes are told at once', () => {
  expect(mistakes({ PORT: 'x', TITIAN_PARTS: 'x', TITIAN_LOG_LEVEL: 'x' })).toHaveLength(3);
});

test('a password is never repeated in a mistake', () => {
  const lines = mistakes({ DATABASE_URL: 'mysql://titian:hunter2@db.example', TITIAN_SANDBOX: 'on' });
  expect(lines.join()).not.toContain('hunter2');
});

test('a mistyped name of ours is noticed', () => {
  const outcome = readConfiguration({ TITIAN_SANBOX: 'off', LANG: 'C' });
  expect(outcome).toMatchObject({ ok: true, hints: [expect.stringMatching(/^TITIAN_SANBOX /)] });
});

test('the record is verified every night, at another time, or never', () => {
  expect(accepted({ TITIAN_VERIFY_SCHEDULE: '30 1 * * SUN' }).verifySchedule).toBe('30 1 * * SUN');
  expect(accepted({ TITIAN_VERIFY_SCHEDULE: 'off' })).not.toHaveProperty('verifySchedule');
  expect(mistakes({ TITIAN_VERIFY_SCHEDULE: 'daily' })).toEqual([
    'TITIAN_VERIFY_SCHEDULE is "daily": give five fields of a cron expression in UTC, "0 19 * * *", or off',
  ]);
});
