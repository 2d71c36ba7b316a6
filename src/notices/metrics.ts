/** Notices as numbers. No recipient is a label: an office's troubles stand in its own list. */
import { Counter, Gauge, type Registry } from 'prom-client';
import type { NoticeBacklog } from './backlog.ts';
import { DELIVERY_STATES } from './notice-list.ts';

export interface NoticeMetrics {
  observe(channel: string, outcome: string): void;
  backlog(seen: NoticeBacklog): void;
}

export function createNoticeMetrics(registry: Registry): NoticeMetrics {
  const registers = [registry];
  const attempts = new Counter({
    name: 'titian_notice_attempts_total',
    help: 'Attempts to deliver a notice, by channel and outcome',
    labelNames: ['channel', 'outcome'],
    registers,
  });
  const items = new Gauge({
    name: 'titian_notice_items_waiting',
    help: 'Facts that wait to be gathered into a message',
    registers,
  });
  const deliveries = new Gauge({
    name: 'titian_notice_deliveries',
    help: 'Deliveries of the last thirty days, by state',
    labelNames: ['state'],
    registers,
  });
  return {
    observe: (channel, outcome) => attempts.inc({ channel, outcome }),
    backlog({ itemsWaiting, deliveries: byState }) {
      items.set(itemsWaiting);
      for (const state of DELIVERY_STATES) deliveries.set({ state }, byState[state] ?? 0);
    },
  };
}
