/** What is said where a phone's clock or its network made an act come late: which time counts, and when it arrived. */
import { instantMilliseconds } from '../../domain/time/index.ts';
import type { Instant, Zone } from '../../domain/time/moment.ts';
import { countInWords, instantInWords } from '../words/amounts.ts';
import type { Words } from '../words/words.ts';
import type { KeptAct } from './act.ts';

/** As much as the law's own tolerance for a device's clock (src/domain/time/device-clock.ts). */
const CLOCK_MINUTES = 5;
/** Below this nobody asks why. */
const LATE_MINUTES = 10;

const MINUTE_MS = 60_000;

export interface Reception {
  readonly now: Instant;
  /** The device's clock as it sent. */
  readonly deviceNow: Instant;
  readonly zone: Zone;
}

/** @returns nothing where it came at once and the clocks agree. */
export function latenessOf(act: KeptAct, { now, deviceNow, zone }: Reception): Words | undefined {
  const noted = instantMilliseconds(act.deviceAt);
  // The clocks met when the page was loaded; whatever they differ by now, somebody has moved one of them.
  const offset = instantMilliseconds(now) - instantMilliseconds(deviceNow);
  const moved = Math.round((offset - act.offsetMs) / MINUTE_MS);
  const late = Math.round((instantMilliseconds(now) - (noted + act.offsetMs)) / MINUTE_MS);
  if (Math.abs(moved) > CLOCK_MINUTES) return clockMoved(Math.abs(moved), now, zone);
  if (late <= LATE_MINUTES) return undefined;
  return {
    id: `Diterima server ${instantInWords('id', now, zone)}. Jam yang dihitung tetap jam pada telepon; keterlambatannya ikut tercatat.`,
    en: `Received by the server ${instantInWords('en', now, zone)}. The phone’s time counts; that it came late is on record.`,
  };
}

function clockMoved(minutes: number, now: Instant, zone: Zone): Words {
  const apart = { id: 'menit', en: ['minute', 'minutes'] } as const;
  return {
    id: `Jam telepon ini berubah ${countInWords('id', minutes, apart)} sejak dicatat. Diterima server ${instantInWords('id', now, zone)}. Periksa jamnya; bila salah, sanggah sesi ini.`,
    en: `This phone’s clock has moved by ${countInWords('en', minutes, apart)} since. Received by the server ${instantInWords('en', now, zone)}. Check the time; if it is wrong, dispute the session.`,
  };
}
