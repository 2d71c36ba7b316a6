/** What a prison waits for (I.3). Remission moves hundreds of dates at once: one digest a day (J). */
import { type NoticeRule, office } from '../rule.ts';

export const PRISON_RULES: readonly NoticeRule[] = [
  {
    stream: 'journey',
    event: 'ReleaseDateChanged',
    tell: [office('facility', 'RELEASE_DATES_CHANGED')],
    details: { date: 'releaseOn' },
  },
];
