/** Notices as the rest of Titian sees them: one step for the worker's loop, one attempt, and the reads. */
import type { Pool } from 'pg';
import type { AccessLog } from '../access/access-log.ts';
import type { Decider } from '../domain/decider.ts';
import { type Ledger, LIVE_WORLD } from '../ledger/ledger.ts';
import type { Vault } from '../vault/vault.ts';
import { type AttemptDependencies, attemptDelivery } from './attempt.ts';
import { type NoticeBacklog, noticeBacklog } from './backlog.ts';
import { createMail } from './channels/mail.ts';
import { createWebhook, type WebhookOptions, webhookAddressProblem } from './channels/webhook.ts';
import { composeMessages } from './compose.ts';
import { mayNotifyPerson } from './consent.ts';
import { handOverDeliveries, type StartDelivery } from './hand-over.ts';
import { findNotice, itemsOfNotice, listNotices, type NoticeFilter } from './notice-list.ts';
import { createNoticeProjector } from './projector.ts';
import { pruneItems } from './prune.ts';
import { recordBounce, retryNotice } from './retry.ts';
import type { NoticeRule } from './rule.ts';
import { NOTICE_RULES } from './rules/index.ts';
import { createSubscriptions } from './subscriptions.ts';

/** How notices leave this installation. */
export interface NoticeSettings {
  /** null: mail waits, and is given up in the end. */
  readonly mail: { readonly url: string; readonly from: string } | null;
  readonly publicUrl: string;
  readonly webhook: WebhookOptions;
  /** Whether this server is a sandbox, where everything is fictitious. */
  readonly sandbox: boolean;
  /** Whether a sandbox, or a sandbox world, may send all the same. */
  readonly sandboxSends: boolean;
}

export interface NoticeOptions {
  readonly pool: Pool;
  readonly ledger: Ledger;
  readonly vault: Vault;
  readonly accessLog: AccessLog;
  /** By kind of stream. */
  readonly deciders: ReadonlyMap<string, Decider<unknown>>;
  readonly settings: NoticeSettings;
  readonly rules?: readonly NoticeRule[];
  /** The real clock, whatever the clocks of worlds say: people sleep in real time. */
  readonly now?: () => string;
  readonly observe?: AttemptDependencies['observe'];
}

export type Notices = ReturnType<typeof createNotices>;

export function createNotices(options: NoticeOptions) {
  const { pool, ledger, vault, accessLog, deciders, settings } = options;
  const now = options.now ?? (() => new Date().toISOString());
  const leaves = (world: string): boolean =>
    settings.sandboxSends || (!settings.sandbox && world === LIVE_WORLD);
  const subscriptions = createSubscriptions(pool, vault);
  const projector = createNoticeProjector({
    ...{ pool, ledger, deciders, now },
    rules: options.rules ?? NOTICE_RULES,
  });
  const attempt: AttemptDependencies = {
    ...{ pool, ledger, vault, accessLog, subscriptions, now, publicUrl: settings.publicUrl },
    mail: settings.mail === null ? null : createMail(settings.mail),
    webhook: createWebhook(settings.webhook),
    ...(options.observe === undefined ? {} : { observe: options.observe }),
  };
  const composing = { pool, ledger, now, leaves };
  return Object.freeze({
    subscriptions,
    /** One bounded round: reads leaves, makes messages, hands deliveries over. True = there may be more. */
    async advance(start: StartDelivery): Promise<boolean> {
      const read = await projector.projectOnce();
      const made = await composeMessages(composing);
      const handed = await handOverDeliveries(pool, start, now());
      // Tidying waits until nothing else is to be done.
      return read + made + handed > 0 || (await pruneItems(composing));
    },
    /** @returns milliseconds until the next attempt; null where the delivery has ended. */
    attempt: (deliveryId: string): Promise<number | null> => attemptDelivery(attempt, deliveryId),
    list: (filter: NoticeFilter) => listNotices(pool, filter),
    find: (noticeId: string) => findNotice(pool, noticeId),
    items: (noticeId: string, limit: number, afterLeaf: number) =>
      itemsOfNotice(pool, noticeId, limit, afterLeaf),
    retry: (noticeId: string) => retryNotice(composing, noticeId),
    recordBounce: (deliveryId: string, status: string) => recordBounce(pool, deliveryId, status),
    mayNotifyPerson: (personId: string) => mayNotifyPerson(pool, personId),
    backlog: (): Promise<NoticeBacklog> => noticeBacklog(pool),
    webhookAddressProblem: (url: string) => webhookAddressProblem(url, settings.webhook),
  });
}
