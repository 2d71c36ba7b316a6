/** How the record itself is kept: merges for auditors, requests and holds for the person and the case offices. */
import type { PartView } from './index.ts';

export const keepingView: PartView = (actor, { keeping }) => {
  const { requests, legalHold, hidden, mergedInto, adoptions, breaches } = keeping;
  switch (actor.role) {
    case 'AUDITOR':
    case 'REGISTRAR':
      return {
        requests,
        legalHold,
        hidden,
        mergedInto,
        mergedFrom: adoptions.map(({ from }) => from),
        breaches,
      };
    case 'PERSON':
      return { requests, breaches: breaches.map(({ breachId, told }) => ({ breachId, told })) };
    case 'PIDUM_STAFF':
    case 'EXECUTING_PROSECUTOR':
    case 'PRISON_OFFICER':
      return { requests, legalHold, hidden };
    default:
      return undefined;
  }
};
