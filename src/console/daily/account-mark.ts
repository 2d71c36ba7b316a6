/** Tells accounts apart on one device, and worlds; it says nothing of who they are. */
import type { ConsoleOptions } from '../options.ts';
import type { Session } from '../session/session.ts';

const LENGTH = 32;

export const accountMark = (
  vault: Pick<ConsoleOptions['vault'], 'requestHash'>,
  { world, actor }: Pick<Session, 'world' | 'actor'>,
): string => vault.requestHash(`console/attendance/${world}/${actor.id}`).slice(0, LENGTH);

/** On a page of nobody's. */
export const NO_ACCOUNT = 'none';
