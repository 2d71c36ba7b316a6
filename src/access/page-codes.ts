/**
 * A person without an account opens the own page with a code on paper and the year of birth. The code gives a token
 * of the role PERSON for half an hour: from there on everything is asked for and written down as for anybody else.
 */
import { randomBytes } from 'node:crypto';
import { errors, jwtVerify, SignJWT } from 'jose';
import type { Pool } from 'pg';
import { OWN_CLAIM_NAMES, readClaims } from './claims.ts';
import type { VerifiedActor } from './reach.ts';
import type { Verifier } from './verifier.ts';

/** Without letters and digits that look or sound alike; 32 of them, five bits each. */
const ALPHABET = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';
/** 60 bits: with the keyed hash and the limiter of requests nobody finds one by trying. */
const CODE_LENGTH = 12;
const GROUP = 4;
/** After this many wrong years of birth the code is of no use any more: somebody has the paper who should not. */
const MOST_MISSES = 5;
const PAGE_CODE_DAYS = 180;
const TOKEN_SECONDS = 30 * 60;
const ISSUER = 'titian-page-code';
const AUDIENCE = 'titian';
const TOKEN_TYPE = 'titian-person+jwt';

export interface IssuedCode {
  /** Shown once, in groups of four: `K7QM-2XPA-9RTN`. */
  readonly code: string;
  readonly expiresAt: string;
}

export interface CodeHolder {
  readonly personId: string;
  readonly world: string;
}

export interface PageCodes {
  issue(personId: string, world: string, actor: VerifiedActor): Promise<IssuedCode>;
  end(personId: string): Promise<void>;
  /**
   * Whose page a code opens; undefined where it is nobody's, ended or expired. Each try counts as a wrong year from the
   * beginning, so that many at the same time are no more than one after the other.
   */
  tryOpening(code: string): Promise<CodeHolder | undefined>;
  /** The year of birth was right: the try does not count. */
  opened(code: string): Promise<void>;
  /** A token of this person, for half an hour. */
  tokenFor(holder: CodeHolder): Promise<{ token: string; seconds: number }>;
  /** Accepts those tokens, and for any other asks the verifier of the installation. */
  verifierBefore(verifier: Verifier): Verifier;
}

export interface PageCodeKeys {
  /** Hash of a code that only the server can compute. */
  readonly hash: (text: string) => string;
  /** Signs the tokens of this installation's person pages. */
  readonly signingKey: Uint8Array;
}

export function createPageCodes(pool: Pool, { hash, signingKey }: PageCodeKeys): PageCodes {
  const hashOf = (code: string): string => hash(`page code ${code}`);
  return {
    async issue(personId, world, actor) {
      const code = randomCode();
      const client = await pool.connect();
      try {
        await client.query('BEGIN');
        await client.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 7))', [personId]);
        await client.query(ENDING, [personId]);
        const { rows } = await client.query<{ expires: string }>(
          `INSERT INTO console.page_code (code_hash, person_id, world, issued_by, office, expires_at)
           VALUES ($1, $2, $3, $4, $5, clock_timestamp() + make_interval(days => $6))
           RETURNING to_char(expires_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS expires`,
          [hashOf(code), personId, world, actor.id, actor.office, PAGE_CODE_DAYS],
        );
        await client.query('COMMIT');
        return { code: inGroups(code), expiresAt: rows[0]!.expires };
      } catch (error) {
        await client.query('ROLLBACK');
        throw error;
      } finally {
        client.release();
      }
    },
    async end(personId) {
      await pool.query(ENDING, [personId]);
    },
    async tryOpening(text) {
      const code = plainCode(text);
      if (code === undefined) return undefined;
      const { rows } = await pool.query<{ personId: string; world: string }>(
        `UPDATE console.page_code SET misses = misses + 1
          WHERE code_hash = $1 AND ended_at IS NULL AND expires_at > clock_timestamp() AND misses < $2
          RETURNING person_id AS "personId", world`,
        [hashOf(code), MOST_MISSES],
      );
      return rows[0];
    },
    async opened(text) {
      const code = plainCode(text);
      if (code === undefined) return;
      await pool.query(
        'UPDATE console.page_code SET misses = misses - 1 WHERE code_hash = $1 AND misses > 0',
        [hashOf(code)],
      );
    },
    async tokenFor({ personId }) {
      const token = await new SignJWT({ role: 'PERSON', office: 'self', person: personId })
        .setProtectedHeader({ alg: 'HS256', typ: TOKEN_TYPE })
        .setSubject(`page:${personId}`)
        .setIssuer(ISSUER)
        .setAudience(AUDIENCE)
        .setIssuedAt()
        .setExpirationTime(`${TOKEN_SECONDS}s`)
        .sign(signingKey);
      return { token, seconds: TOKEN_SECONDS };
    },
    verifierBefore: (verifier) => ({
      async verify(header) {
        const token = /^Bearer +([A-Za-z0-9_.-]+)$/i.exec(header ?? '')?.[1];
        if (token === undefined || token.length > 4_096 || !isOurs(token)) return verifier.verify(header);
        try {
          const { payload } = await jwtVerify(token, signingKey, {
            ...{ algorithms: ['HS256'], typ: TOKEN_TYPE, issuer: ISSUER, audience: AUDIENCE },
            requiredClaims: ['sub', 'iat', 'exp'],
          });
          const read = readClaims(payload, OWN_CLAIM_NAMES);
          if ('problem' in read) return { verified: false, problem: read.problem };
          // Whatever else such a token says, it opens one person's own page.
          if (read.actor.role !== 'PERSON') return { verified: false, problem: 'ROLE_RESERVED' };
          return { verified: true, actor: read.actor };
        } catch (error) {
          const expired = error instanceof errors.JWTExpired;
          return { verified: false, problem: expired ? 'TOKEN_EXPIRED' : 'SIGNATURE_INVALID' };
        }
      },
    }),
  };
}

const ENDING =
  'UPDATE console.page_code SET ended_at = clock_timestamp() WHERE person_id = $1 AND ended_at IS NULL';

/** By its header alone; whether it is genuine is asked afterwards. */
function isOurs(token: string): boolean {
  try {
    const header = JSON.parse(Buffer.from(token.split('.')[0]!, 'base64url').toString('utf8')) as {
      typ?: unknown;
    };
    return header.typ === TOKEN_TYPE;
  } catch {
    return false;
  }
}

/** Each byte has eight times as many values as the alphabet has letters: none is more likely than another. */
const randomCode = (): string =>
  [...randomBytes(CODE_LENGTH)].map((byte) => ALPHABET[byte % ALPHABET.length]).join('');

const inGroups = (code: string): string => code.match(new RegExp(`.{${GROUP}}`, 'g'))!.join('-');

/** As typed on a phone: small letters, blanks and dashes do not matter. */
function plainCode(text: string): string | undefined {
  const code = text.toUpperCase().replace(/[\s.–—-]/g, '');
  return code.length === CODE_LENGTH && [...code].every((letter) => ALPHABET.includes(letter))
    ? code
    : undefined;
}
