import type { Actor, Refusal } from '../domain/decider.ts';
import type { OfficeRule } from './grants.ts';

/** An actor as the token proved it; site and person only where the role is bound to one. */
export interface VerifiedActor extends Actor {
  readonly site?: string;
  readonly person?: string;
  /** Id of the emergency grant under which one journey is looked at; never from a token. */
  readonly brokeGlass?: string;
}

/**
 * What a command or a read touches, as far as it is known. A list with several entries is several cases of
 * one journey: one match is enough to reach the journey, and the decider looks at the case itself.
 */
export interface Touched {
  readonly personId?: string;
  readonly executingOffices?: readonly string[];
  readonly formerOffices?: readonly string[];
  readonly probationOffices?: readonly string[];
  readonly siteIds?: readonly string[];
  readonly trainingCentres?: readonly string[];
  readonly custodyOffices?: readonly string[];
  readonly certificationBodies?: readonly string[];
  readonly placementOffices?: readonly string[];
  readonly referralOffices?: readonly string[];
  /** Offices to whom the entity itself belongs. */
  readonly owners?: readonly string[];
  /** Who sent the command that is asked about. */
  readonly commandActorId?: string;
  /** True where this command makes the first case: then it belongs to the actor's office. */
  readonly opensCase?: boolean;
}

/**
 * Whether the actor's hand reaches what is touched. What is not known is not reached.
 * @param inSandbox whether the server runs as a sandbox.
 * @param inside whether the command was made by the system itself, not by a token.
 */
export function withinReach(
  rule: OfficeRule,
  actor: VerifiedActor,
  touched: Touched,
  circumstances: { readonly inSandbox: boolean; readonly inside?: boolean },
): boolean {
  const own = (offices: readonly string[] | undefined) => among(offices, actor.office);
  switch (rule) {
    case 'ANY_OFFICE':
      return true;
    case 'OWN_OFFICE':
      return own(touched.executingOffices) || touched.opensCase === true;
    case 'OWN_OR_FORMER_OFFICE':
      return own(touched.executingOffices) || own(touched.formerOffices);
    case 'SUPERVISES':
      return own(touched.probationOffices);
    case 'SUPERVISES_OR_FIRST':
      // Known to be empty, not merely unknown.
      return own(touched.probationOffices) || touched.probationOffices?.length === 0;
    case 'OWN_SITE':
      return among(touched.siteIds, actor.site);
    case 'TRAINS':
      // A training centre is an office, and a site where the training is given.
      return own(touched.trainingCentres) || among(touched.trainingCentres, actor.site);
    case 'HOLDS':
      return own(touched.custodyOffices) || touched.opensCase === true;
    case 'CERTIFIES':
      return own(touched.certificationBodies);
    case 'PLACES':
      return own(touched.placementOffices) || touched.opensCase === true;
    case 'REFERRED':
      return own(touched.referralOffices) || touched.opensCase === true;
    case 'OWNS':
      return own(touched.owners) || touched.opensCase === true;
    case 'OWN_PERSON':
      return actor.person !== undefined && actor.person === touched.personId;
    case 'OWN_COMMAND':
      return actor.id === touched.commandActorId;
    case 'SANDBOX_ONLY':
      return circumstances.inSandbox;
    case 'INSIDE_ONLY':
      return circumstances.inside === true;
  }
}

const among = (list: readonly string[] | undefined, wanted: string | undefined): boolean =>
  wanted !== undefined && (list?.includes(wanted) ?? false);

/** The refusal of an actor whose role may and whose hand does not reach. */
export const outOfReach = (rule: OfficeRule, actor: Actor, action: string): Refusal => ({
  code: rule === 'SANDBOX_ONLY' ? 'SANDBOX_ONLY' : 'NOT_PERMITTED',
  parameters: { role: actor.role, action, rule },
});
