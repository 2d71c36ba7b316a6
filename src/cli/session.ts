/** Options that every subcommand shares, and what they resolve to. */
import { type ApiClient, CommandFailed, createApiClient } from './client.ts';

export interface SharedOptions {
  readonly url?: string;
  readonly token?: string;
  /** Sandbox identity, `ROLE@office`: a token is asked for on the way. */
  readonly as?: string;
  readonly json?: boolean;
}

export function addressOf(options: SharedOptions): string {
  const { HOST, PORT, TITIAN_URL } = process.env;
  return options.url ?? TITIAN_URL ?? `http://${HOST || '127.0.0.1'}:${PORT || '8080'}`;
}

export interface Identity {
  readonly role: string;
  readonly office: string;
  readonly site?: string;
  readonly person?: string;
}

/** `EXECUTING_PROSECUTOR@kejari-medan`; a site supervisor's office is the site. */
export function identityFrom(text: string): Identity {
  const [role, office] = text.split('@');
  if (!role || !office)
    throw new CommandFailed(`--as needs ROLE@office, for example EXECUTING_PROSECUTOR@kejari-medan.`);
  if (role === 'SITE_SUPERVISOR') return { role, office, site: office };
  if (role === 'PERSON') return { role, office, person: office };
  return { role, office };
}

export async function askForToken(address: string, identity: Identity): Promise<string> {
  const sub = `cli-${identity.role.toLowerCase().replaceAll('_', '-')}-${identity.office}`;
  const { token } = await createApiClient(address).post<{ token: string }>('/api/v1/sandbox/tokens', {
    sub,
    ...identity,
  });
  return token;
}

export async function signedIn(options: SharedOptions): Promise<ApiClient> {
  const address = addressOf(options);
  const token = options.token ?? process.env.TITIAN_TOKEN;
  if (token !== undefined) return createApiClient(address, token);
  if (options.as === undefined) {
    throw new CommandFailed('Say who you are: --as ROLE@office (sandbox), or --token, or TITIAN_TOKEN.');
  }
  return createApiClient(address, await askForToken(address, identityFrom(options.as)));
}
