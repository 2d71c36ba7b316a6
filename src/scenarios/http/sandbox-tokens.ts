/** Tokens of the server's own sandbox, one for each role and office that a scenario names. */
import type { Role } from '../../domain/decider.ts';
import type { TokenFor } from './api-client.ts';

/** These act for a place: their token names it as site beside the office. */
const BOUND_TO_A_SITE: ReadonlySet<Role> = new Set(['SITE_SUPERVISOR', 'TRAINING_CENTRE_ADMINISTRATOR']);

export const sandboxTokens =
  (baseUrl: string): TokenFor =>
  async (role, office, { person, account } = {}) => {
    const site = BOUND_TO_A_SITE.has(role) ? { site: office } : {};
    const response = await fetch(new URL('/api/v1/sandbox/tokens', baseUrl), {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ role, office, ...site, person, sub: account }),
    });
    if (!response.ok) throw new Error(`no sandbox token for ${role}: ${response.status}`);
    return ((await response.json()) as { token: string }).token;
  };
