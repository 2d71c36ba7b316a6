// Bundles workflow code for Temporal: node bundle-workflows.mjs <entry.ts> <bundle.js>
import { writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { bundleWorkflowCode, DefaultLogger } from '@temporalio/worker';

const [workflowsPath, bundlePath] = process.argv.slice(2);
const domain = join(dirname(workflowsPath), '..', 'src', 'domain');

/**
 * The law is pure and keeps nothing between calls, so its modules are run once for all workflows of a worker
 * and not once for each: starting or replaying a run takes a quarter less (docs/decisions/0004). The SDK
 * freezes what is shared; a module that kept state would throw.
 */
const preloadModules = [join(domain, 'journey', 'decider.ts'), join(domain, 'settle.ts')];

const { code } = await bundleWorkflowCode({
  workflowsPath,
  preloadModules,
  logger: new DefaultLogger('WARN'),
});
writeFileSync(bundlePath, code);
