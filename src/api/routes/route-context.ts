import type { CommandFlow } from '../command-flow.ts';
import type { ApiDependencies } from '../dependencies.ts';
import type { JourneyReads } from '../journey-reads.ts';

/** What every group of routes works with. */
export interface RouteContext {
  readonly dependencies: ApiDependencies;
  readonly flow: CommandFlow;
  readonly reads: JourneyReads;
  readonly inSandbox: boolean;
}
