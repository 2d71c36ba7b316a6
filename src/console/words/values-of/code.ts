/** Every code that a command, an event or a state of the domain knows: the compiler asks for words for each of them. */
import type { CertificateCommands } from '../../../domain/certificate/commands.ts';
import type { CertificateEvents } from '../../../domain/certificate/events.ts';
import type { CertificateState } from '../../../domain/certificate/state.ts';
import type { FindingCommands } from '../../../domain/finding/commands.ts';
import type { FindingEvents } from '../../../domain/finding/events.ts';
import type { FindingState } from '../../../domain/finding/state.ts';
import type { JourneyCommands } from '../../../domain/journey/commands.ts';
import type { JourneyEvents } from '../../../domain/journey/events.ts';
import type { JourneyState } from '../../../domain/journey/state.ts';
import type { ReasonCode } from '../../../domain/matching/reasons.ts';
import type { PermitCommands } from '../../../domain/permit/commands.ts';
import type { PermitEvents } from '../../../domain/permit/events.ts';
import type { PermitState } from '../../../domain/permit/state.ts';
import type { EmployerFact } from '../../../domain/registers/employer.ts';
import type { OfficeFact } from '../../../domain/registers/office.ts';
import type { ProgrammeFact } from '../../../domain/registers/programme.ts';
import type { SuspensionReason } from '../../../domain/registers/site.ts';
import type { VacancyFact } from '../../../domain/registers/vacancy.ts';
import type { TrainingClassCommands } from '../../../domain/training-class/commands.ts';
import type { TrainingClassEvents } from '../../../domain/training-class/events.ts';
import type { TrainingClassState } from '../../../domain/training-class/state.ts';
import type { Words } from '../words.ts';

/** All texts of a closed list within a type; free text is none. */
type CodesIn<T> = T extends string
  ? string extends T
    ? never
    : T
  : T extends readonly (infer Item)[]
    ? CodesIn<Item>
    : T extends object
      ? { [Key in keyof T]: CodesIn<T[Key]> }[keyof T]
      : never;

type Everything =
  | (JourneyCommands | JourneyEvents | JourneyState)
  | (CertificateCommands | CertificateEvents | CertificateState)
  | (PermitCommands | PermitEvents | PermitState)
  | (FindingCommands | FindingEvents | FindingState)
  | (TrainingClassCommands | TrainingClassEvents | TrainingClassState)
  | (EmployerFact | OfficeFact | ProgrammeFact | VacancyFact | SuspensionReason | ReasonCode);

/** In capitals: names of events and of parts are no codes. */
export type Code = Extract<CodesIn<Everything>, Uppercase<string>>;

export type WordsOf<Codes extends string> = { readonly [C in Codes]: Words };

export const w = (id: string, en: string): Words => ({ id, en });
