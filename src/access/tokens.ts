/** Tokens: who knocks. The sandbox issues its own; elsewhere an OIDC issuer does. */
export type { ClaimNames, ClaimProblem } from './claims.ts';
export type { VerifiedActor } from './reach.ts';
export type { SandboxIdentity, SandboxIssuer } from './sandbox-issuer.ts';
export { createSandboxIssuer, generateSandboxKey, SandboxOnly } from './sandbox-issuer.ts';
export type { OidcSettings, TokenProblem, Verification, Verifier, VerifierSettings } from './verifier.ts';
export { createVerifier } from './verifier.ts';
