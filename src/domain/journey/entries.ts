/**
 * Entries beside the sessions that a correction can name (I-9): absences, reports, papers, letters. Each
 * is known by the version of its event; what follows from it is told anew from those that stand.
 */
import type { CaseId } from './commands.ts';
import { changeCase } from './handlers.ts';
import type { CommunityServiceCase, Entry, JourneyState } from './state.ts';

export const withEntry = (
  state: JourneyState,
  version: number,
  type: Entry['type'],
  caseId: CaseId | null,
  key: string,
): JourneyState => ({
  ...state,
  entries: [...state.entries, { version, type, caseId, key, corrected: false }],
});

export const entryOf = (state: JourneyState, version: number): Entry | undefined =>
  state.entries.find((entry) => entry.version === version);

/** The entry that a further letter would follow: only the last of a series can be taken back. */
export const lastLetterOf = (state: JourneyState, caseId: CaseId): Entry | undefined =>
  state.entries.findLast(
    (entry) => entry.type === 'WarningLetterIssued' && entry.caseId === caseId && !entry.corrected,
  );

/** A day excused by any entry that stands is excused; a day missed and not excused is missed. */
function absences(entries: readonly Entry[], caseId: CaseId): Partial<CommunityServiceCase> {
  const standing = entries.filter((entry) => entry.caseId === caseId && !entry.corrected);
  const keysOf = (...types: Entry['type'][]): string[] => [
    ...new Set(standing.filter(({ type, key }) => types.includes(type) && key !== '').map(({ key }) => key)),
  ];
  const excused = keysOf('SessionExcused', 'InjuryReported');
  return { excused, noShows: keysOf('NoShowRecorded').filter((date) => !excused.includes(date)) };
}

/** The state without an entry made in error. */
export function withoutEntry(state: JourneyState, version: number): JourneyState {
  const entry = entryOf(state, version);
  if (entry === undefined) return state;
  const entries = state.entries.map((other) => (other === entry ? { ...entry, corrected: true } : other));
  const corrected = { ...state, entries };
  const { caseId, type } = entry;
  if (caseId === null) return corrected;
  return changeCase(corrected, caseId, ({ warningLetters }) => ({
    ...absences(entries, caseId),
    ...(type === 'WarningLetterIssued' ? { warningLetters: warningLetters - 1 } : {}),
  }));
}
