/** How one person came to one session: the codes of an attendance sheet, and what each counts as. */

interface OutcomeEntry {
  /** EXCUSED counts as attended only where the programme says so (C-06). */
  readonly counts: 'ATTENDED' | 'EXCUSED' | 'MISSED';
  readonly id: string;
  readonly en: string;
}

export const ATTENDANCE_OUTCOMES = {
  PRESENT: { counts: 'ATTENDED', id: 'Hadir', en: 'Present' },
  LATE: { counts: 'ATTENDED', id: 'Terlambat', en: 'Late' },
  LEFT_EARLY: { counts: 'ATTENDED', id: 'Pulang lebih awal', en: 'Left early' },
  EXCUSED: { counts: 'EXCUSED', id: 'Izin', en: 'Excused' },
  SICK: { counts: 'EXCUSED', id: 'Sakit', en: 'Sick' },
  ABSENT: { counts: 'MISSED', id: 'Tanpa keterangan', en: 'Absent' },
} as const satisfies { readonly [code: string]: OutcomeEntry };

export type AttendanceOutcome = keyof typeof ATTENDANCE_OUTCOMES;

export const ATTENDANCE_OUTCOME_CODES = Object.keys(ATTENDANCE_OUTCOMES) as AttendanceOutcome[];

export const countsAs = (outcome: AttendanceOutcome): OutcomeEntry['counts'] =>
  ATTENDANCE_OUTCOMES[outcome].counts;
