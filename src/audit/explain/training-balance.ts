/** Training hours (JP) of one enrolment in one class: attendance marks as postings, held against the class's sum. */

import { countsAs } from '../../domain/training-class/attendance-outcomes.ts';
import type { TrainingClassEvents } from '../../domain/training-class/events.ts';
import { planOf, type TrainingClassState } from '../../domain/training-class/state.ts';
import { countedJp } from '../../domain/training-class/sums.ts';
import { type Step, stepsOf } from '../life.ts';
import { NothingToExplain } from './nothing-to-explain.ts';
import type { AuditRecord } from './record.ts';
import type { Words } from './words.ts';

export interface TrainingPosting {
  readonly version: number;
  readonly type: string;
  readonly sequence: number;
  readonly receipt: string;
  readonly date: string;
  readonly slot: string;
  readonly outcome: string;
  /** Training hours added; negative where a correction takes some back. */
  readonly jp: number;
  /** Version of the mark that it puts right. */
  readonly corrects: number | null;
}

export interface TrainingBalance {
  readonly stream: string;
  readonly enrolmentId: string;
  readonly postings: readonly TrainingPosting[];
  readonly sumJp: number;
  readonly stateJp: number;
  readonly agrees: boolean;
  readonly sentences: readonly Words[];
}

/** @throws NothingToExplain where the class or the enrolment's sheets are not there. */
export async function explainTrainingBalance(
  record: AuditRecord,
  classId: string,
  enrolmentId: string,
): Promise<TrainingBalance> {
  const stream = `class/${classId}`;
  const life = await record.life(stream);
  if (life === undefined) throw new NothingToExplain(`nothing was recorded under ${stream}`);
  const steps = [...stepsOf(life)];
  const state = steps.at(-1)?.after.domain as TrainingClassState;
  if (state.sheets[enrolmentId] === undefined) {
    throw new NothingToExplain(`${stream} has no attendance of enrolment ${enrolmentId}`);
  }
  const counted = new Map<string, number>();
  const postings = steps.flatMap((step) => marksIn(step, enrolmentId, counted));
  const sumJp = postings.reduce((sum, { jp }) => sum + jp, 0);
  const stateJp = countedJp(state, enrolmentId);
  const agrees = sumJp === stateJp;
  const told = { stream, enrolmentId, postings, sumJp, stateJp, agrees };
  return { ...told, sentences: [trainingWords(told)] };
}

function marksIn(step: Step, enrolmentId: string, counted: Map<string, number>): TrainingPosting[] {
  const state = step.after.domain as TrainingClassState;
  return step.events.flatMap(({ version, type, data, hash }) => {
    if (type !== 'AttendanceRecorded' && type !== 'AttendanceCorrected') return [];
    const sheet = data as unknown as TrainingClassEvents['AttendanceRecorded'] &
      TrainingClassEvents['AttendanceCorrected'];
    const marks = type === 'AttendanceRecorded' ? sheet.marks : [sheet];
    return marks
      .filter((mark) => mark.enrolmentId === enrolmentId)
      .map(({ outcome, jp }): TrainingPosting => {
        const session = `${sheet.sessionOn}T${sheet.slot}`;
        const as = countsAs(outcome);
        const counts = as === 'ATTENDED' || (as === 'EXCUSED' && planOf(state).excusedCounts) ? jp : 0;
        const before = counted.get(session) ?? 0;
        counted.set(session, counts);
        return {
          ...{ version, type, sequence: step.decision.sequence, receipt: hash, date: sheet.sessionOn },
          ...{ slot: sheet.slot, outcome, jp: counts - before, corrects: sheet.corrects ?? null },
        };
      });
  });
}

function trainingWords({
  stream,
  enrolmentId,
  sumJp,
  stateJp,
  agrees,
}: Omit<TrainingBalance, 'sentences'>): Words {
  if (!agrees) {
    return {
      id: `SALDO TIDAK COCOK pada ${stream} ${enrolmentId}: jumlah posting ${sumJp} JP, keadaan ${stateJp} JP. Jalankan titian verify.`,
      en: `THE BALANCE DOES NOT AGREE in ${stream} ${enrolmentId}: the postings sum to ${sumJp} JP, the state says ${stateJp}. Run titian verify.`,
    };
  }
  return {
    id: `${enrolmentId} pada ${stream}: ${sumJp} JP dihitung.`,
    en: `${enrolmentId} in ${stream}: ${sumJp} training hours counted.`,
  };
}
