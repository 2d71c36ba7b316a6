import type { Command, DecideContext, Decision, RecordedEvent } from '../decider.ts';

/** Rules of one kind of register entry. `entry` is null until the entry has been registered. */
export interface RegisterKind<Entry> {
  readonly commands: readonly string[];
  decide(id: string, entry: Entry | null, command: Command, context: DecideContext): Decision;
  evolve(id: string, entry: Entry | null, event: Pick<RecordedEvent, 'type' | 'data'>): Entry | null;
}
