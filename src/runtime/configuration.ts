import { isIP } from 'node:net';
import { resolve } from 'node:path';
import type { SignInProvider } from '../console/options.ts';
import { type NoticeConfiguration, readNotices } from './notice-configuration.ts';
import { readSeal, type SealConfiguration } from './seal-configuration.ts';
import { VARIABLES, type VariableName } from './variables.ts';

/** Which parts of Titian run in this process. */
export type Parts = 'all' | 'migrate' | 'api' | 'worker';
export type LogLevel = 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'trace';

/** A running Temporal cluster, and how to speak with it. Files are paths, not contents. */
export interface TemporalCluster {
  readonly address: string;
  readonly apiKey?: string;
  readonly tls: boolean;
  readonly tlsServerName?: string;
  readonly tlsAuthorityFile?: string;
  readonly tlsCertificateFile?: string;
  readonly tlsKeyFile?: string;
}

/** Where people's tokens come from outside a sandbox. */
export interface SignIn {
  readonly issuer: string;
  readonly audience: string;
}

export interface Configuration {
  readonly host: string;
  readonly port: number;
  /** Where a process that only works tells how it does; absent: nowhere. */
  readonly operationsPort?: number;
  /** Absolute path. */
  readonly dataFolder: string;
  /** Absent: an embedded Postgres is started. */
  readonly database?: { readonly appUrl: string; readonly ownerUrl: string };
  /** Absent: a development server is started. */
  readonly temporal?: TemporalCluster;
  readonly temporalNamespace: string;
  readonly taskQueue: string;
  readonly parts: Parts;
  readonly sandbox: boolean;
  /** Whether the first start plays fictitious cases; only in a sandbox, and where all parts run here. */
  readonly pilot: boolean;
  /** Present outside a sandbox, and only there. */
  readonly signIn?: SignIn;
  /** What the console signs people in with; absent, only programs with tokens of their own come in. */
  readonly provider?: SignInProvider;
  /** Where Temporal's own pages are; absent where nobody said, and no link leads there. */
  readonly temporalPages?: string;
  /** Proxies whose word for a browser's address is taken; empty: none. */
  readonly trustedProxies: readonly string[];
  /** As written in the environment; src/runtime/secrets.ts reads it. */
  readonly masterKey?: string;
  /** File of the keys that sign digital certificates; absent: none, except in a sandbox. */
  readonly credentialKeys?: string;
  readonly logLevel: LogLevel;
  readonly notices: NoticeConfiguration;
  readonly seal: SealConfiguration;
  /** Cron expression in UTC; absent: the record is not verified by itself. */
  readonly verifySchedule?: string;
}

/** Each mistake is one line: the variable, what is wrong, what would be right. */
export type ConfigurationOutcome =
  | { readonly ok: true; readonly configuration: Configuration; readonly hints: readonly string[] }
  | { readonly ok: false; readonly mistakes: readonly string[] };

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Reads the configuration from an environment. All mistakes are reported at once, so that nobody has to start
 * five times to hear of five.
 */
export function readConfiguration(env: Environment): ConfigurationOutcome {
  const mistakes: string[] = [];
  const read = (name: VariableName) => {
    const text = env[name]?.trim();
    return text === undefined || text === '' ? undefined : text;
  };
  const reader: Reader = { read, wrong: (name, why) => mistakes.push(`${name} ${why}`) };

  const database = readDatabase(reader);
  const temporal = readTemporal(reader);
  const signIn = readSignIn(reader);
  const sandbox = readSwitch(reader, 'TITIAN_SANDBOX') ?? (database === undefined && signIn === undefined);
  const masterKey = read('TITIAN_MASTER_KEY');
  const credentialKeys = read('TITIAN_CREDENTIAL_KEYS');
  const port = readPort(reader, 'PORT') ?? 8080;
  const operationsPort = readPort(reader, 'TITIAN_OPERATIONS_PORT');
  const parts = readChoice(reader, 'TITIAN_PARTS', ['all', 'migrate', 'api', 'worker'], 'all');
  checkTogether(reader, { sandbox, signIn: signIn !== undefined, masterKey: masterKey !== undefined });

  const configuration: Configuration = {
    host: read('HOST') ?? '127.0.0.1',
    port,
    ...(operationsPort === undefined ? {} : { operationsPort }),
    dataFolder: resolve(read('TITIAN_DATA') ?? '.titian'),
    ...(database === undefined ? {} : { database }),
    ...(temporal === undefined ? {} : { temporal }),
    temporalNamespace: read('TEMPORAL_NAMESPACE') ?? 'default',
    taskQueue: read('TITIAN_TASK_QUEUE') ?? 'titian',
    parts,
    sandbox,
    pilot: (readSwitch(reader, 'TITIAN_PILOT') ?? true) && sandbox && parts === 'all',
    ...(signIn === undefined ? {} : { signIn }),
    ...readProvider(reader, signIn),
    ...readTemporalPages(reader),
    trustedProxies: readProxies(reader),
    ...(masterKey === undefined ? {} : { masterKey }),
    ...(credentialKeys === undefined ? {} : { credentialKeys: resolve(credentialKeys) }),
    logLevel: readChoice(reader, 'TITIAN_LOG_LEVEL', LOG_LEVELS, 'info'),
    notices: readNotices(reader, (name) => readSwitch(reader, name)),
    seal: readSeal(reader, sandbox),
    ...readVerifySchedule(reader),
  };
  return mistakes.length > 0
    ? { ok: false, mistakes }
    : { ok: true, configuration, hints: hintsOnNames(env) };
}

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace'] as const;

interface Reader {
  read(name: VariableName): string | undefined;
  wrong(name: VariableName, why: string): void;
}

function readPort(reader: Reader, name: VariableName): number | undefined {
  const text = reader.read(name);
  if (text === undefined) return undefined;
  const port = Number(text);
  if (/^\d+$/.test(text) && port <= 65_535) return port;
  reader.wrong(name, `is "${text}": give a whole number from 0 (any free port) to 65535`);
  return 0;
}

function readSwitch(reader: Reader, name: VariableName): boolean | undefined {
  const text = reader.read(name)?.toLowerCase();
  if (text === undefined) return undefined;
  if (['on', 'true', '1', 'yes'].includes(text)) return true;
  if (['off', 'false', '0', 'no'].includes(text)) return false;
  reader.wrong(name, `is "${text}": give on or off`);
  return undefined;
}

function readChoice<Choice extends string>(
  reader: Reader,
  name: VariableName,
  choices: readonly Choice[],
  usual: Choice,
): Choice {
  const text = reader.read(name);
  if (text === undefined) return usual;
  const choice = choices.find((candidate) => candidate === text);
  if (choice === undefined) reader.wrong(name, `is "${text}": give one of ${choices.join(', ')}`);
  return choice ?? usual;
}

/** Two in the morning in Jakarta. */
const VERIFY_SCHEDULE = '0 19 * * *';

function readVerifySchedule(reader: Reader): { verifySchedule?: string } {
  const text = reader.read('TITIAN_VERIFY_SCHEDULE') ?? VERIFY_SCHEDULE;
  if (text.toLowerCase() === 'off') return {};
  if (/^[\d*,/-]+( [\dA-Za-z*,/-]+){4}$/.test(text)) return { verifySchedule: text };
  reader.wrong(
    'TITIAN_VERIFY_SCHEDULE',
    `is "${text}": give five fields of a cron expression in UTC, "${VERIFY_SCHEDULE}", or off`,
  );
  return {};
}

function readDatabase(reader: Reader): Configuration['database'] | undefined {
  const appUrl = reader.read('DATABASE_URL');
  const ownerUrl = reader.read('TITIAN_OWNER_DATABASE_URL');
  for (const [name, url] of [
    ['DATABASE_URL', appUrl],
    ['TITIAN_OWNER_DATABASE_URL', ownerUrl],
  ] as const) {
    // The text itself is not repeated: it may hold a password.
    if (url !== undefined && !isUrl(url, ['postgres:', 'postgresql:'])) {
      reader.wrong(name, 'is not an address of a database: give postgres://user:password@host:5432/titian');
    }
  }
  if (appUrl === undefined) {
    if (ownerUrl !== undefined) {
      reader.wrong('TITIAN_OWNER_DATABASE_URL', 'is set without DATABASE_URL: set both or neither');
    }
    return undefined;
  }
  return { appUrl, ownerUrl: ownerUrl ?? appUrl };
}

const CLUSTER_ONLY = [
  'TEMPORAL_API_KEY',
  'TEMPORAL_TLS',
  'TEMPORAL_TLS_SERVER_NAME',
  'TEMPORAL_TLS_SERVER_CA_CERT_PATH',
  'TEMPORAL_TLS_CLIENT_CERT_PATH',
  'TEMPORAL_TLS_CLIENT_KEY_PATH',
] as const;

function readTemporal(reader: Reader): TemporalCluster | undefined {
  const address = reader.read('TEMPORAL_ADDRESS');
  if (address === undefined) {
    for (const name of CLUSTER_ONLY) {
      if (reader.read(name) !== undefined) reader.wrong(name, 'is set without TEMPORAL_ADDRESS: set both');
    }
    return undefined;
  }
  if (!/^(\[[0-9a-fA-F:]+\]|[^\s:/]+):\d{1,5}$/.test(address)) {
    reader.wrong('TEMPORAL_ADDRESS', `is "${address}": give host:port, for example localhost:7233`);
  }
  const apiKey = reader.read('TEMPORAL_API_KEY');
  const tlsServerName = reader.read('TEMPORAL_TLS_SERVER_NAME');
  const tlsAuthorityFile = reader.read('TEMPORAL_TLS_SERVER_CA_CERT_PATH');
  const tlsCertificateFile = reader.read('TEMPORAL_TLS_CLIENT_CERT_PATH');
  const tlsKeyFile = reader.read('TEMPORAL_TLS_CLIENT_KEY_PATH');
  if ((tlsCertificateFile === undefined) !== (tlsKeyFile === undefined)) {
    reader.wrong(
      'TEMPORAL_TLS_CLIENT_CERT_PATH',
      'and TEMPORAL_TLS_CLIENT_KEY_PATH belong together: set both',
    );
  }
  const given = [apiKey, tlsServerName, tlsAuthorityFile, tlsCertificateFile];
  return {
    address,
    tls: readSwitch(reader, 'TEMPORAL_TLS') ?? given.some((value) => value !== undefined),
    ...(apiKey === undefined ? {} : { apiKey }),
    ...(tlsServerName === undefined ? {} : { tlsServerName }),
    ...(tlsAuthorityFile === undefined ? {} : { tlsAuthorityFile }),
    ...(tlsCertificateFile === undefined ? {} : { tlsCertificateFile }),
    ...(tlsKeyFile === undefined ? {} : { tlsKeyFile }),
  };
}

function readSignIn(reader: Reader): SignIn | undefined {
  const issuer = reader.read('TITIAN_OIDC_ISSUER');
  const audience = reader.read('TITIAN_OIDC_AUDIENCE');
  if (issuer === undefined) {
    if (audience !== undefined) {
      reader.wrong('TITIAN_OIDC_AUDIENCE', 'is set without TITIAN_OIDC_ISSUER: set both');
    }
    return undefined;
  }
  const loopback =
    isUrl(issuer, ['http:']) && ['localhost', '127.0.0.1', '[::1]'].includes(new URL(issuer).hostname);
  if (!loopback && !isUrl(issuer, ['https:'])) {
    reader.wrong('TITIAN_OIDC_ISSUER', `is "${issuer}": give the https address of your sign-in service`);
  }
  return { issuer, audience: audience ?? 'titian' };
}

function readProvider(reader: Reader, signIn: SignIn | undefined): { provider?: SignInProvider } {
  const clientId = reader.read('TITIAN_OIDC_CLIENT_ID');
  const clientSecret = reader.read('TITIAN_OIDC_CLIENT_SECRET');
  const scope = reader.read('TITIAN_OIDC_SCOPE') ?? 'openid';
  if (clientId === undefined) {
    if (clientSecret !== undefined) {
      reader.wrong('TITIAN_OIDC_CLIENT_SECRET', 'is set without TITIAN_OIDC_CLIENT_ID: set both or neither');
    }
    return {};
  }
  if (signIn === undefined) {
    reader.wrong('TITIAN_OIDC_CLIENT_ID', 'is set without TITIAN_OIDC_ISSUER: set both');
    return {};
  }
  if (reader.read('TITIAN_PUBLIC_URL') === undefined) {
    reader.wrong('TITIAN_PUBLIC_URL', 'is missing: the sign-in service sends browsers back to it');
  }
  const { issuer, audience } = signIn;
  const secret = clientSecret === undefined ? {} : { clientSecret };
  return { provider: { issuer, audience, clientId, scope, ...secret } };
}

function readProxies(reader: Reader): readonly string[] {
  const text = reader.read('TITIAN_TRUSTED_PROXIES');
  if (text === undefined) return [];
  const proxies = text.split(',').map((one) => one.trim());
  const wrong = proxies.find((one) => isIP(one.replace(/\/\d{1,3}$/, '')) === 0);
  if (wrong !== undefined) {
    reader.wrong('TITIAN_TRUSTED_PROXIES', `holds "${wrong}": give addresses or networks like 10.0.0.0/8`);
  }
  return proxies;
}

function readTemporalPages(reader: Reader): { temporalPages?: string } {
  const text = reader.read('TITIAN_TEMPORAL_PAGES');
  if (text === undefined) return {};
  if (isUrl(text, ['http:', 'https:'])) return { temporalPages: text.replace(/\/$/, '') };
  reader.wrong('TITIAN_TEMPORAL_PAGES', `is "${text}": give the address of Temporal's own pages`);
  return {};
}

function checkTogether(
  reader: Reader,
  given: { sandbox: boolean; signIn: boolean; masterKey: boolean },
): void {
  if (given.sandbox) {
    if (given.signIn) {
      reader.wrong(
        'TITIAN_SANDBOX',
        'is on and TITIAN_OIDC_ISSUER is set: a sandbox signs people in by itself',
      );
    }
    return;
  }
  const ending = ', as TITIAN_SANDBOX is off: set it, or set TITIAN_SANDBOX=on to try Titian out';
  if (!given.signIn) reader.wrong('TITIAN_OIDC_ISSUER', `is missing${ending}`);
  if (!given.masterKey) reader.wrong('TITIAN_MASTER_KEY', `is missing${ending}`);
}

function isUrl(text: string, protocols: readonly string[]): boolean {
  return URL.canParse(text) && protocols.includes(new URL(text).protocol) && new URL(text).host !== '';
}

/** A name like ours that we do not know is most likely a typing mistake, and would be passed over in silence. */
function hintsOnNames(env: Environment): string[] {
  return Object.keys(env)
    .filter((name) => name.startsWith('TITIAN_') && !(name in VARIABLES))
    .map((name) => `${name} is not a variable that Titian knows: it is passed over`);
}
