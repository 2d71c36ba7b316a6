/** Fact `class/<classId>`: what others may know of a class. Nobody who sits in it is named here. */
import type { Prerequisites } from '../registers/programme.ts';
import type { LocalDate, Zone } from '../time/moment.ts';

/** C-11. `MTU` is a mobile training unit that comes to a village or a prison. */
export const DELIVERY_MODES = ['AT_BALAI', 'IN_LAPAS', 'MTU', 'ONLINE', 'HYBRID'] as const;
export type DeliveryMode = (typeof DELIVERY_MODES)[number];

export type ClassStatus = 'PLANNED' | 'OPEN' | 'RUNNING' | 'FINISHED' | 'CANCELLED';

/** Every week between first and last day: a start on the clock, and a length in JP of 45 minutes. */
export interface WeeklySlot {
  /** 1 = Monday … 7 = Sunday. */
  readonly weekday: number;
  /** `HH:MM`; names the slot of its day. */
  readonly start: string;
  readonly jp: number;
}

export interface DatedSession {
  readonly date: LocalDate;
  readonly start: string;
  readonly jp: number;
}

export interface Timetable {
  readonly weekly: readonly WeeklySlot[];
  readonly dated: readonly DatedSession[];
  /** Dates on which the weekly slots fall out. */
  readonly except: readonly LocalDate[];
}

export interface ClassFact {
  readonly id: string;
  readonly programmeId: string;
  /** The class keeps this version, whatever becomes of the programme (S43). */
  readonly programmeVersion: number;
  /** Unit codes in the order in which they are taught. */
  readonly units: readonly string[];
  readonly jp: number;
  readonly thresholdPercent: number;
  readonly excusedCounts: boolean;
  readonly minimumAge: number;
  readonly prerequisites: Prerequisites;
  readonly schemeId: string | null;
  /** Office code of the training centre that gives it. */
  readonly centre: string;
  readonly zone: Zone;
  /** Register `site`, where it is held at one; null = at the centre, at the host, or online. */
  readonly siteId: string | null;
  readonly room: string | null;
  readonly deliveryMode: DeliveryMode;
  /** Office code of the prison that a class comes into (B-17). */
  readonly hostFacility: string | null;
  readonly capacity: number;
  readonly startsOn: LocalDate;
  readonly endsOn: LocalDate;
  readonly timetable: Timetable;
  /** Accounts that teach it now. */
  readonly instructors: readonly string[];
  /** Accounts that taught it before: who trained somebody never assesses them (D-09, S39). */
  readonly formerInstructors: readonly string[];
  /** Codes of tools that the host allows inside; empty = no restriction was named. */
  readonly allowedTools: readonly string[];
  readonly status: ClassStatus;
}

export const classFactKey = (classId: string): string => `class/${classId}`;
