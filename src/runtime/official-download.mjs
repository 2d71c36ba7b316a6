// Fetches Temporal's command line by the SDK's own helper into the folder named by the argument. A program of
// its own, because the helper has no time-out: whoever starts this ends it when it takes too long.
import { TestWorkflowEnvironment } from '@temporalio/testing';

const [downloadDir] = process.argv.slice(2);
const environment = await TestWorkflowEnvironment.createLocal({
  server: { executable: { type: 'cached-download', downloadDir } },
});
await environment.teardown();
