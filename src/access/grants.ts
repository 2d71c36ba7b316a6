/** How far a role's hand reaches with one command or read; `reach.ts` holds it against what is touched. */
import type { Role } from '../domain/decider.ts';

/** How far a role reaches with one command or read; `reach.ts` holds it against what is touched. */
export type OfficeRule =
  /** The role alone is enough. */
  | 'ANY_OFFICE'
  /** The case's executing office is the actor's; a new case will belong to it. */
  | 'OWN_OFFICE'
  /** As `OWN_OFFICE`; the office that handed the case over still reads its own part (S17). */
  | 'OWN_OR_FORMER_OFFICE'
  /** The probation office (Bapas) that guides the case is the actor's. */
  | 'SUPERVISES'
  /** As `SUPERVISES`, or no probation office is named yet: profiling may come before the ruling (I.2). */
  | 'SUPERVISES_OR_FIRST'
  /** The site is the one in the actor's token. */
  | 'OWN_SITE'
  /** The training centre that gives the training is the actor's office. */
  | 'TRAINS'
  /** The prison that holds the person is the actor's office. */
  | 'HOLDS'
  /** The certification body (LSP) of the assessment or the certificate is the actor's office. */
  | 'CERTIFIES'
  /** The manpower office that looks for work with the person is the actor's. */
  | 'PLACES'
  /** The office that referred the person is the actor's. */
  | 'REFERRED'
  /** The entity belongs to the actor's office: an employer's vacancy or permit. */
  | 'OWNS'
  /** The journey is the actor's own. */
  | 'OWN_PERSON'
  /** The command was sent by this very actor. */
  | 'OWN_COMMAND'
  /** Any office, and only where the server runs as a sandbox. */
  | 'SANDBOX_ONLY'
  /** Never from outside: deadlines and messages between entities. */
  | 'INSIDE_ONLY';

export type Grants = { readonly [R in Role]?: OfficeRule };
