import type { JWTPayload } from 'jose';
import type { Role } from '../domain/decider.ts';
import type { VerifiedActor } from './reach.ts';
import { isTokenRole } from './roles.ts';

/** Under which names the issuer's tokens carry what Titian asks for. */
export interface ClaimNames {
  readonly role: string;
  readonly office: string;
  readonly site: string;
  readonly person: string;
  /** Issuer's role names and what they mean here; absent = the issuer uses Titian's own. */
  readonly roles?: { readonly [issuersName: string]: Role };
}

export const OWN_CLAIM_NAMES: ClaimNames = { role: 'role', office: 'office', site: 'site', person: 'person' };

/** Why a token with a good signature still names nobody. */
export type ClaimProblem =
  | 'SUBJECT_INVALID'
  | 'ROLE_MISSING'
  | 'ROLE_UNKNOWN'
  /** Several of the token's roles are known: which one acts must be clear in the record. */
  | 'ROLE_AMBIGUOUS'
  /** SYSTEM acts from inside only. */
  | 'ROLE_RESERVED'
  | 'OFFICE_MISSING'
  | 'SITE_MISSING'
  | 'PERSON_MISSING';

export type ClaimResult = { readonly actor: VerifiedActor } | { readonly problem: ClaimProblem };

/** Printable, without blanks. It goes into the ledger: an id, never a name. */
const OPAQUE_ID = /^[\x21-\x7e]{1,128}$/;
/** A subject of 16 digits is a NIK, and a NIK must not get into an event (design 7). */
const LIKE_A_NIK = /^[0-9]{16}$/;

export function readClaims(payload: JWTPayload, names: ClaimNames): ClaimResult {
  const id = payload.sub;
  if (id === undefined || !OPAQUE_ID.test(id) || LIKE_A_NIK.test(id)) return { problem: 'SUBJECT_INVALID' };

  const role = readRole(payload[names.role], names.roles);
  if ('problem' in role) return role;

  const office = opaque(payload[names.office]);
  if (office === undefined) return { problem: 'OFFICE_MISSING' };
  const site = opaque(payload[names.site]);
  if (site === undefined && role.role === 'SITE_SUPERVISOR') return { problem: 'SITE_MISSING' };
  const person = opaque(payload[names.person]);
  if (person === undefined && role.role === 'PERSON') return { problem: 'PERSON_MISSING' };

  return {
    actor: {
      id,
      role: role.role,
      office,
      ...(site === undefined ? {} : { site }),
      // Only a person has a journey of its own: on another role the claim would mean nothing.
      ...(person === undefined || role.role !== 'PERSON' ? {} : { person }),
    },
  };
}

function readRole(claim: unknown, map: ClaimNames['roles']): { role: Role } | { problem: ClaimProblem } {
  const stated = (Array.isArray(claim) ? claim : [claim]).filter((entry) => typeof entry === 'string');
  if (stated.length === 0) return { problem: 'ROLE_MISSING' };
  const meant = map === undefined ? stated : stated.flatMap((name) => own(map, name));
  if (meant.includes('SYSTEM')) return { problem: 'ROLE_RESERVED' };
  const known = [...new Set(meant.filter(isTokenRole))];
  if (known.length > 1) return { problem: 'ROLE_AMBIGUOUS' };
  const role = known[0];
  return role === undefined ? { problem: 'ROLE_UNKNOWN' } : { role };
}

const own = (map: { readonly [name: string]: Role }, name: string): Role[] =>
  Object.hasOwn(map, name) ? [map[name]!] : [];

const opaque = (claim: unknown): string | undefined =>
  typeof claim === 'string' && OPAQUE_ID.test(claim) ? claim : undefined;
