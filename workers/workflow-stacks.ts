/**
 * The SDK takes and source-maps a stack for every promise that workflow code makes, for a query that shows
 * where a workflow waits. That is a third of all that a replay costs (docs/decisions/0004-where-the-time-goes.md),
 * so workflow contexts are made with the number of frames that the tuning says, and all others keep theirs.
 */
import { setFlagsFromString } from 'node:v8';

/** @param make makes the worker: its workflow contexts are born before it resolves. */
export async function withStackFrames<Made>(frames: number, make: () => Promise<Made>): Promise<Made> {
  const usual = Error.stackTraceLimit;
  // A context takes the limit over when it is made, and none that exists changes.
  setFlagsFromString(`--stack-trace-limit=${frames}`);
  Error.stackTraceLimit = usual;
  try {
    return await make();
  } finally {
    setFlagsFromString(`--stack-trace-limit=${usual}`);
    Error.stackTraceLimit = usual;
  }
}
