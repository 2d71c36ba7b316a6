/** A signed-in desk: who acts, in which world, in which language, until when. */
import type { VerifiedActor } from '../../access/reach.ts';
import type { Role } from '../../domain/decider.ts';

export type TokenRole = Exclude<Role, 'SYSTEM'>;

export interface Session {
  /** Names the session in the database and in forms; not the secret of the cookie. */
  readonly id: string;
  /** The actor as the token proved it. */
  readonly actor: VerifiedActor & { readonly role: TokenRole };
  /** Bearer token for the API. It never reaches the browser. */
  readonly token: string;
  /** ISO instant at which the token ends; the session may outlive it, where it can be renewed. */
  readonly tokenExpiresAt: string;
  /** Whose cases this desk works on: `live`, or a practice world of a sandbox. */
  readonly world: string;
  /** ISO instant after which one signs in again. */
  readonly expiresAt: string;
}
