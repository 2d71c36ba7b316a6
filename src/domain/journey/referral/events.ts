/** Events of the social entrance: referrals, consents, accommodation (domain C-10, E-10, I.3b, I.4). */

// biome-ignore lint/suspicious/noEmptyInterface: filled as the part is built
export interface ReferralEvents {}
