/** Notices with this installation's settings. */

import type { Registry } from 'prom-client';
import type { NoticeMetrics } from '../notices/metrics.ts';
import { createNoticeMetrics } from '../notices/metrics.ts';
import { createNotices, type NoticeOptions, type Notices } from '../notices/notices.ts';
import type { Configuration } from './configuration.ts';

export function openNotices(
  { notices, sandbox }: Configuration,
  registry: Registry,
  needs: Omit<NoticeOptions, 'settings' | 'observe'>,
): { readonly notices: Notices; readonly noticeMetrics: NoticeMetrics } {
  const noticeMetrics = createNoticeMetrics(registry);
  const { mail, publicUrl, sandboxSends, privateNetwork } = notices;
  return {
    noticeMetrics,
    notices: createNotices({
      ...needs,
      observe: noticeMetrics.observe,
      settings: {
        ...{ publicUrl, sandbox, sandboxSends },
        mail: mail ?? null,
        webhook: { localAllowed: sandbox && sandboxSends, privateAllowed: privateNetwork },
      },
    }),
  };
}
