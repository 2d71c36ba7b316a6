/** The social entrance: referrals, consents, accommodation (domain C-10, E-10, I.3b, I.4). */
import type { JourneyPart } from '../part.ts';
import type { ReferralCommands } from './commands.ts';
import type { ReferralEvents } from './events.ts';

export const referralPart: JourneyPart<keyof ReferralCommands, keyof ReferralEvents> = {
  handlers: {},
  evolvers: {},
  firings: {},
  deadlines: () => [],
  reactions: {},
};
