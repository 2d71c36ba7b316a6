/** What is asked to be otherwise, and whether a decision made again has it otherwise. */
import type { DecidedAgain } from '../../domain/decide-again.ts';
import type { RecordedEvent } from '../../domain/decider.ts';

export type Asked =
  /** It was accepted: what would have had it refused? */
  | { readonly kind: 'acceptance' }
  /** It was refused: what would have had it accepted? */
  | { readonly kind: 'refusal' }
  /** What would have spared the warning? */
  | { readonly kind: 'warning'; readonly code: string }
  /** What would have kept this event from being recorded? */
  | { readonly kind: 'event'; readonly type: string; readonly reason: string | null };

/** Events that tell of something withheld: to be without them, the command must still be accepted. */
const WITHHELD: ReadonlySet<string> = new Set(['MinutesNotCredited', 'CreditWithdrawn']);

export const reasonOf = ({ data }: Pick<RecordedEvent, 'data'>): string | null => {
  const reason = (data as { reason?: unknown } | null)?.reason;
  return typeof reason === 'string' && /^[A-Z_]+$/.test(reason) ? reason : null;
};

export function isOtherwise(decided: DecidedAgain, asked: Asked): boolean {
  if (decided.outcome === 'fault' || decided.outcome === 'needs') return false;
  switch (asked.kind) {
    case 'acceptance':
      // A reading that is none is refused at the door, by no rule of the law.
      return decided.outcome === 'refused' && decided.refusal.code !== 'MALFORMED';
    case 'refusal':
      return decided.outcome === 'accepted';
    case 'warning':
      return decided.outcome === 'accepted' && !decided.warnings.some(({ code }) => code === asked.code);
    case 'event': {
      if (decided.outcome === 'refused') return !WITHHELD.has(asked.type);
      const { type, reason } = asked;
      return !decided.events.some((event) => event.type === type && reasonOf(event) === reason);
    }
  }
}
