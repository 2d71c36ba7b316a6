/** What the console needs beside the API. */
import type { Pool } from 'pg';
import type { SandboxIssuer } from '../access/sandbox-issuer.ts';
import type { Verifier } from '../access/verifier.ts';
import type { RegisterService } from '../registers/service.ts';
import type { Sandbox } from '../sandbox/sandbox.ts';
import type { Vault } from '../vault/vault.ts';
import type { Provider } from './session/provider.ts';
import type { SignInLog } from './session/sign-in-log.ts';

export interface ConsoleOptions {
  /** For sessions and drafts: the schema `console`, and nothing else. */
  readonly pool: Pool;
  readonly verifier: Verifier;
  readonly vault: Pick<Vault, 'requestHash' | 'sealDraft' | 'openDraft'>;
  /** For the book of names and zones (register-book.ts): nobody's data. */
  readonly registers: Pick<RegisterService, 'list'>;
  /** How far a world's clock is ahead of the real one. */
  readonly clockOffsetOf: (world: string) => Promise<number>;
  /** Clocks and worlds of a sandbox: there they are every desk's to move, in the API the registrar's alone. */
  readonly sandbox: { readonly worlds: Sandbox; readonly issuer: SandboxIssuer } | null;
  /** The provider that people sign in with, outside a sandbox. */
  readonly provider?: SignInProvider;
  /** Made of `provider` by the console itself. */
  readonly signIn?: Provider;
  /** The server's log, for what goes wrong there. */
  readonly log?: SignInLog;
  /** Where Temporal's own pages are, for the auditor's link to a run. */
  readonly temporalPages?: { readonly address: string; readonly namespace: string };
  /** `https://…` as people see it: then cookies are for https alone. */
  readonly publicUrl?: string;
  /** Further folders of built files, for tests. */
  readonly assetFolders?: readonly string[];
}

/** An OpenID provider, as configured. */
export interface SignInProvider {
  readonly issuer: string;
  readonly clientId: string;
  /** Absent for a public client: PKCE alone protects the code then. */
  readonly clientSecret?: string;
  readonly scope: string;
  /** Of the access tokens that the API accepts. */
  readonly audience: string;
}
