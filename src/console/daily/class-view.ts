/** A class as its pages read it: the API's view, the names of the roster, the titles of the register. */
import type { SeatStatus, SheetMark, TrainingClassState } from '../../domain/training-class/state.ts';
import { type ApiAnswer, must, type Problem } from '../api.ts';
import type { SignedIn } from '../page.ts';

type Plan = NonNullable<TrainingClassState['plan']>;

export interface SeatView {
  readonly enrolmentId: string;
  readonly status: SeatStatus;
  readonly heldUntil: string | null;
  readonly needs: readonly string[];
  readonly readyNeeds: readonly string[];
  readonly keptUnits: readonly string[];
  readonly units: readonly string[];
  readonly attendedJp: number;
  readonly missedJp: number;
}

export interface ClassView extends Plan {
  readonly id: string;
  readonly status: TrainingClassState['status'];
  readonly startedOn: string | null;
  readonly seats: readonly SeatView[];
  readonly freeSeats: number;
  readonly waiting: readonly { readonly enrolmentId: string; readonly needs: readonly string[] }[];
  readonly sheets: { readonly [enrolmentId: string]: { readonly [session: string]: SheetMark } };
}

export interface OpenClass {
  readonly view: ClassView;
  /** Of the programme, as the register names it. */
  readonly title: string;
  readonly unitTitles: ReadonlyMap<string, string>;
  /** Undefined where this desk sees no names. */
  readonly names: ReadonlyMap<string, string | null> | undefined;
  /** Why there are none, where they should be. */
  readonly namesProblem?: Problem;
}

interface Roster {
  readonly people: readonly { readonly enrolmentId: string; readonly name: string | null }[];
}

interface Programme {
  readonly title?: string;
  readonly units?: readonly { readonly code: string; readonly title: string }[];
}

/** @throws ApiRefused where the class itself is not for this desk. */
export async function openClass(asked: SignedIn): Promise<OpenClass> {
  const id = encodeURIComponent(asked.params.classId ?? '');
  // An auditor looks at the class and at nobody's name.
  const seesNames = asked.session.actor.role !== 'AUDITOR';
  const [answer, roster] = await Promise.all([
    asked.api.get<ClassView>(`/api/v1/classes/${id}`),
    seesNames ? asked.api.get<Roster>(`/api/v1/classes/${id}/roster`) : undefined,
  ]);
  const view = must(answer);
  const programme = (await asked.book.find('programme', view.programmeId))?.value as Programme | undefined;
  return {
    view,
    title: programme?.title ?? view.programmeId,
    unitTitles: new Map((programme?.units ?? []).map(({ code, title }) => [code, title])),
    ...namesOf(roster),
  };
}

function namesOf(roster: ApiAnswer<Roster> | undefined): Pick<OpenClass, 'names' | 'namesProblem'> {
  if (roster === undefined) return { names: undefined };
  if (!roster.ok) return { names: undefined, namesProblem: roster.problem };
  return { names: new Map(roster.body.people.map(({ enrolmentId, name }) => [enrolmentId, name])) };
}

/** Without names, their order in the class tells people apart. */
export function seatName({ names, view }: Pick<OpenClass, 'names' | 'view'>, enrolmentId: string): string {
  const name = names?.get(enrolmentId);
  if (typeof name === 'string') return name;
  const place = view.seats.findIndex((seat) => seat.enrolmentId === enrolmentId);
  return `${place + 1}`;
}

/** In the order of a paper list: by name. */
export const seatsInOrder = (open: OpenClass): readonly SeatView[] =>
  [...open.view.seats].sort((one, other) =>
    seatName(open, one.enrolmentId).localeCompare(seatName(open, other.enrolmentId), 'id', { numeric: true }),
  );
