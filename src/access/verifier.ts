import {
  createRemoteJWKSet,
  errors,
  importJWK,
  type JWK,
  type JWTPayload,
  type JWTVerifyOptions,
  jwtVerify,
} from 'jose';
import { type ClaimNames, type ClaimProblem, OWN_CLAIM_NAMES, readClaims } from './claims.ts';
import type { VerifiedActor } from './reach.ts';
import {
  SANDBOX_ALGORITHM,
  SANDBOX_AUDIENCE,
  SANDBOX_ISSUER,
  SANDBOX_TOKEN_TYPE,
  SandboxOnly,
} from './sandbox-issuer.ts';

/** Clocks of issuer and server may differ by this much. */
const CLOCK_TOLERANCE_SECONDS = 30;
/** A token is short; anything longer is not read at all. */
const HEADER_LIMIT_CHARACTERS = 8_192;
/** An issuer that is slower than this counts as away. */
const KEYS_TIMEOUT_MS = 5_000;
/** Unknown key ids ask the issuer for its keys again, but no more often than this. */
const KEYS_COOLDOWN_MS = 10_000;
const KEYS_MAX_AGE_MS = 600_000;

/** Signatures that only the issuer can make. HMAC is not among them: its verifier could sign as well. */
const SIGNATURE_ALGORITHMS = [
  'RS256',
  'RS384',
  'RS512',
  'PS256',
  'PS384',
  'PS512',
  'ES256',
  'ES384',
  'ES512',
  'EdDSA',
];

export interface OidcSettings {
  readonly issuer: string;
  readonly audience: string;
  /** HTTPS; plain HTTP on the loopback address only. */
  readonly jwksUri: string;
  readonly claimNames?: Partial<ClaimNames>;
  /** Signature algorithms that are accepted; by default RS256 and ES256. */
  readonly algorithms?: readonly string[];
}

export type VerifierSettings =
  | { readonly sandbox: { readonly publicJwk: JWK } }
  | { readonly oidc: OidcSettings };

export type TokenProblem =
  | 'TOKEN_MISSING'
  | 'TOKEN_MALFORMED'
  | 'ALGORITHM_REFUSED'
  | 'SIGNATURE_INVALID'
  | 'ISSUER_UNKNOWN'
  | 'AUDIENCE_WRONG'
  | 'TOKEN_EXPIRED'
  | 'TOKEN_NOT_YET_VALID'
  | 'CLAIM_MISSING'
  /** The issuer's keys cannot be had: not the caller's fault, and worth asking again. */
  | 'KEYS_UNAVAILABLE'
  | ClaimProblem;

export type Verification =
  | { readonly verified: true; readonly actor: VerifiedActor }
  | { readonly verified: false; readonly problem: TokenProblem };

export interface Verifier {
  /** @param authorizationHeader value of the header `Authorization`, if there was one. */
  verify(authorizationHeader: string | undefined): Promise<Verification>;
}

/** @throws SandboxOnly if the built-in issuer is to be trusted outside a sandbox. */
export async function createVerifier(
  settings: VerifierSettings,
  circumstances: { readonly inSandbox: boolean },
): Promise<Verifier> {
  if ('oidc' in settings) return oidcVerifier(settings.oidc);
  if (!circumstances.inSandbox) throw new SandboxOnly();
  const key = await importJWK(settings.sandbox.publicJwk, SANDBOX_ALGORITHM);
  const options: JWTVerifyOptions = {
    algorithms: [SANDBOX_ALGORITHM],
    issuer: SANDBOX_ISSUER,
    audience: SANDBOX_AUDIENCE,
    typ: SANDBOX_TOKEN_TYPE,
  };
  return verifierOver(
    async (token) => (await jwtVerify(token, key, withLimits(options))).payload,
    OWN_CLAIM_NAMES,
  );
}

function oidcVerifier(settings: OidcSettings): Verifier {
  const algorithms = [...(settings.algorithms ?? ['RS256', 'ES256'])];
  for (const algorithm of algorithms) {
    if (!SIGNATURE_ALGORITHMS.includes(algorithm)) {
      throw new TypeError(`${algorithm} is not a signature that only the issuer can make`);
    }
  }
  if (settings.issuer === SANDBOX_ISSUER) throw new SandboxOnly();
  const keys = createRemoteJWKSet(secureAddress(settings.jwksUri), {
    timeoutDuration: KEYS_TIMEOUT_MS,
    cooldownDuration: KEYS_COOLDOWN_MS,
    cacheMaxAge: KEYS_MAX_AGE_MS,
  });
  const options: JWTVerifyOptions = { algorithms, issuer: settings.issuer, audience: settings.audience };
  return verifierOver(async (token) => (await jwtVerify(token, keys, withLimits(options))).payload, {
    ...OWN_CLAIM_NAMES,
    ...settings.claimNames,
  });
}

const withLimits = (options: JWTVerifyOptions): JWTVerifyOptions => ({
  ...options,
  clockTolerance: CLOCK_TOLERANCE_SECONDS,
  requiredClaims: ['sub', 'iat', 'exp'],
});

function secureAddress(text: string): URL {
  const url = new URL(text);
  const loopback = ['127.0.0.1', '[::1]', 'localhost'].includes(url.hostname);
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && loopback)) {
    throw new TypeError(
      'the address of the issuer’s keys is HTTPS: over HTTP anyone on the way could swap them',
    );
  }
  return url;
}

function verifierOver(check: (token: string) => Promise<JWTPayload>, names: ClaimNames): Verifier {
  return {
    async verify(authorizationHeader) {
      if (authorizationHeader === undefined || authorizationHeader === '') return failed('TOKEN_MISSING');
      if (authorizationHeader.length > HEADER_LIMIT_CHARACTERS) return failed('TOKEN_MALFORMED');
      const token = /^Bearer +([A-Za-z0-9_.-]+)$/i.exec(authorizationHeader)?.[1];
      if (token === undefined) return failed('TOKEN_MALFORMED');
      let payload: JWTPayload;
      try {
        payload = await check(token);
      } catch (error) {
        return failed(problemOf(error));
      }
      const read = readClaims(payload, names);
      return 'problem' in read ? failed(read.problem) : { verified: true, actor: read.actor };
    },
  };
}

const failed = (problem: TokenProblem): Verification => ({ verified: false, problem });

/** Every failure of `jwtVerify` has a name here; whatever has none is a bug or a lost network, and says so. */
function problemOf(error: unknown): TokenProblem {
  if (error instanceof errors.JWTExpired) return 'TOKEN_EXPIRED';
  if (error instanceof errors.JWTClaimValidationFailed) return problemOfClaim(error);
  if (error instanceof errors.JOSEAlgNotAllowed || error instanceof errors.JOSENotSupported) {
    return 'ALGORITHM_REFUSED';
  }
  if (error instanceof errors.JWSSignatureVerificationFailed) return 'SIGNATURE_INVALID';
  if (error instanceof errors.JWKSNoMatchingKey || error instanceof errors.JWKSMultipleMatchingKeys) {
    return 'SIGNATURE_INVALID';
  }
  if (error instanceof errors.JWSInvalid || error instanceof errors.JWTInvalid) return 'TOKEN_MALFORMED';
  // A time-out, a refused connection, an answer that is no key set.
  return 'KEYS_UNAVAILABLE';
}

function problemOfClaim({ claim, reason }: errors.JWTClaimValidationFailed): TokenProblem {
  if (reason === 'missing') return 'CLAIM_MISSING';
  switch (claim) {
    case 'iss':
      return 'ISSUER_UNKNOWN';
    case 'aud':
      return 'AUDIENCE_WRONG';
    case 'nbf':
    case 'iat':
      return 'TOKEN_NOT_YET_VALID';
    default:
      return 'TOKEN_MALFORMED';
  }
}
