/** Who issues the tokens that people come with: the sandbox's own issuer, or an OpenID provider. */
import { createPrivateKey } from 'node:crypto';
import type { JWK } from 'jose';
import { createSandboxIssuer, createVerifier, type SandboxIssuer, type Verifier } from '../access/tokens.ts';
import type { Assembly } from './assembly.ts';
import { StartupProblem } from './startup-problem.ts';

const DISCOVERY_TIMEOUT_MS = 10_000;

/** @throws StartupProblem where nobody could sign in. */
export async function signInOf(titian: Assembly): Promise<{ verifier: Verifier; issuer?: SandboxIssuer }> {
  const { configuration, secrets } = titian;
  const inSandbox = configuration.sandbox;
  if (secrets.tokenSigningKey !== undefined) {
    const jwk = createPrivateKey(secrets.tokenSigningKey).export({ format: 'jwk' }) as JWK;
    const issuer = await createSandboxIssuer(jwk, { inSandbox });
    const verifier = await createVerifier({ sandbox: { publicJwk: issuer.publicJwk } }, { inSandbox });
    return { verifier, issuer };
  }
  const { signIn } = configuration;
  if (signIn === undefined) {
    throw new StartupProblem('Nobody could sign in.', 'Set TITIAN_OIDC_ISSUER, or TITIAN_SANDBOX=on.');
  }
  const jwksUri = await discoverKeys(signIn.issuer);
  const { issuer, audience } = signIn;
  return { verifier: await createVerifier({ oidc: { issuer, audience, jwksUri } }, { inSandbox }) };
}

/** OpenID Connect Discovery 1.0, section 4: where the issuer publishes its keys. */
async function discoverKeys(issuer: string): Promise<string> {
  const address = `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`;
  try {
    const response = await fetch(address, { signal: AbortSignal.timeout(DISCOVERY_TIMEOUT_MS) });
    const { jwks_uri } = (await response.json()) as { jwks_uri?: string };
    if (typeof jwks_uri === 'string') return jwks_uri;
  } catch {
    // The one line below says what to look at; a stack trace would not help more.
  }
  throw new StartupProblem(
    `${address} does not answer as an OpenID provider.`,
    'Correct TITIAN_OIDC_ISSUER.',
  );
}
