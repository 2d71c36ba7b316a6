/** Attempts at delivering notices: the outside world, kept apart from the workflow that waits for it. */
import type { Notices } from '../src/notices/notices.ts';
import type { NoticeActivities } from './notice-activities.ts';

export const createNoticeActivities = (notices: Pick<Notices, 'attempt'>): NoticeActivities => ({
  attemptDelivery: ({ deliveryId }) => notices.attempt(deliveryId),
});
