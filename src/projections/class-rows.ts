/** From one class's state to its row in the list. Pure: live and rebuilt rows come from here. */
import { trainingClassDecider } from '../domain/training-class/decider.ts';
import type { TrainingClassState } from '../domain/training-class/state.ts';
import type { StreamTable } from './stream-projector.ts';

export const CLASS_TABLE: StreamTable<TrainingClassState> = {
  name: 'training-class',
  table: 'projection.training_class',
  entityColumn: 'class_id',
  decider: trainingClassDecider,
  rowsOf: ({ domain: { classId, plan, status, seats, waiting }, version }, world) =>
    plan === null
      ? []
      : [
          {
            class_id: classId,
            world,
            centre: plan.centre,
            programme_id: plan.programmeId,
            programme_version: plan.programmeVersion,
            status,
            delivery_mode: plan.deliveryMode,
            host_facility: plan.hostFacility,
            site_id: plan.siteId,
            room: plan.room,
            starts_on: plan.startsOn,
            ends_on: plan.endsOn,
            capacity: plan.capacity,
            seats_taken: Object.keys(seats).length,
            waiting: waiting.length,
            instructors: plan.instructors,
            version,
          },
        ],
};
