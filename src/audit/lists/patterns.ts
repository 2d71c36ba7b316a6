/** Patterns across entries: sheets that are too even, days at the limit, warnings, faults, claims that were lost. */
import type { Thresholds } from '../../domain/oversight/thresholds.ts';
import { minutesBetween, momentAt } from '../../domain/time/index.ts';
import type { Step } from '../life.ts';
import type { WalkedStream } from '../walk.ts';
import { byPeople, type IntegrityList, type ListedRow, type Named, placeOf } from './list.ts';

const dayOf = (step: Step) => momentAt(step.decision.now, 'WIB').date;

export const evenSheets: IntegrityList = {
  name: 'even-sheets',
  question: {
    id: 'Apakah lembar hadir terlalu rapi untuk dipercaya?',
    en: 'Are sheets too even to be true?',
  },
  computed:
    'IDENTICAL: sessions of the same day, begin and end for at least integrity_identical_entries people, entered ' +
    'by one account; one row for each. AT_LIMIT: one person credited exactly daily_limit_minutes on at least ' +
    'integrity_days_at_limit days; one row for the person, at the entry that reached the number.',
  watch({ thresholds }) {
    const same = new Map<string, { rows: ListedRow[]; people: Set<string>; least: number }>();
    const noteSessions = (walked: WalkedStream) => {
      for (const step of walked.steps.filter(byPeople)) {
        for (const { type, version, data } of step.events) {
          const { start, end, siteId = '' } = (data ?? {}) as Named;
          if (type !== 'SessionRecorded' || start === undefined || end == null) continue;
          const key = `${step.decision.actor.id} ${start} ${end}`;
          const found = same.get(key) ?? { rows: [], people: new Set<string>(), least: 0 };
          const details = { date: start.slice(0, 10), minutes: minutesBetween(start, end), siteId };
          const row = {
            list: 'even-sheets',
            pattern: 'IDENTICAL',
            weight: 'middle',
            version,
            details,
          } as const;
          found.rows.push({ ...placeOf(walked, step), ...row });
          found.people.add(walked.stream);
          found.least = thresholds(dayOf(step)).identicalEntries;
          same.set(key, found);
        }
      }
    };
    return {
      stream(walked) {
        if (walked.kind !== 'journey') return [];
        noteSessions(walked);
        return atLimit(walked, thresholds);
      },
      end: () =>
        [...same.values()].flatMap(({ rows, people, least }) =>
          people.size < least
            ? []
            : rows.map((row) => ({ ...row, details: { ...row.details, people: people.size } })),
        ),
    };
  },
};

function atLimit(walked: WalkedStream, thresholds: (on: string) => Thresholds): ListedRow[] {
  const minutes = new Map<string, number>();
  for (const step of walked.steps) {
    const { dailyLimitMinutes, daysAtLimit } = thresholds(dayOf(step));
    for (const { type, version, data } of step.events) {
      const { date, minutes: counted = 0 } = (data ?? {}) as Named;
      if (date === undefined) continue;
      if (type === 'MinutesCredited') minutes.set(date, (minutes.get(date) ?? 0) + counted);
      else if (type === 'CreditWithdrawn') minutes.set(date, (minutes.get(date) ?? 0) - counted);
      else continue;
      const days = [...minutes.values()].filter((sum) => sum === dailyLimitMinutes).length;
      if (days < daysAtLimit) continue;
      const row = { list: 'even-sheets', pattern: 'AT_LIMIT', weight: 'middle', version } as const;
      return [{ ...placeOf(walked, step), ...row, details: { days, minutes: dailyLimitMinutes } }];
    }
  }
  return [];
}

export const warnings: IntegrityList = {
  name: 'warnings',
  question: {
    id: 'Peringatan mana yang diterima dan dilewati?',
    en: 'Which warnings were accepted and passed over?',
  },
  computed: 'Accepted decisions of people with warnings: one row for each warning.',
  watch: () => ({
    stream: (walked) =>
      walked.steps
        .filter((step) => byPeople(step) && step.decision.outcome === 'accepted')
        .flatMap((step) =>
          (step.decision.detail.warnings ?? []).map(
            ({ code }): ListedRow => ({
              ...{ ...placeOf(walked, step), list: 'warnings', pattern: code, weight: 'light' },
              version: step.decision.firstVersion ?? null,
              details: { command: step.decision.name },
            }),
          ),
        ),
  }),
};

export const faults: IntegrityList = {
  name: 'faults',
  question: { id: 'Perintah mana yang gagal diputuskan?', en: 'Which commands could not be decided?' },
  computed: 'Decisions of outcome fault: the rules broke, and nothing was recorded but that.',
  watch: () => ({
    stream: (walked) =>
      walked.steps
        .filter(({ decision }) => decision.outcome === 'fault')
        .map((step) => ({
          ...{ ...placeOf(walked, step), list: 'faults', pattern: 'FAULT', weight: 'heavy', version: null },
          details: { command: step.decision.name },
        })),
  }),
};

export const lostClaims: IntegrityList = {
  name: 'lost-claims',
  question: {
    id: 'Kantor mana yang berulang kali tidak memperoleh tempat atau nomor?',
    en: 'Which offices did not get a place or a number again and again?',
  },
  computed:
    'Decisions that lost claims, of offices with at least integrity_claims_lost of them: one row for each. The key ' +
    'is told up to its first slash: what it claims, not which.',
  watch({ thresholds }) {
    const byOffice = new Map<string, { rows: ListedRow[]; least: number }>();
    return {
      stream(walked) {
        for (const step of walked.steps) {
          const lost = step.decision.detail.lostClaims ?? [];
          const { office } = step.decision.actor;
          const found = byOffice.get(office) ?? { rows: [], least: 0 };
          for (const { key } of lost) {
            const details = { claim: key.split('/')[0] ?? '', command: step.decision.name };
            const row = { list: 'lost-claims', pattern: 'LOST', weight: 'light', version: null } as const;
            found.rows.push({ ...placeOf(walked, step), ...row, details });
            found.least = thresholds(dayOf(step)).claimsLost;
          }
          if (lost.length > 0) byOffice.set(office, found);
        }
        return [];
      },
      end: () => [...byOffice.values()].flatMap(({ rows, least }) => (rows.length < least ? [] : rows)),
    };
  },
};
