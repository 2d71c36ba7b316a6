// Bundles workflow code for Temporal: node bundle-workflows.mjs <entry.ts> <bundle.js>
import { writeFileSync } from 'node:fs';
import { bundleWorkflowCode, DefaultLogger } from '@temporalio/worker';

const [workflowsPath, bundlePath] = process.argv.slice(2);
const { code } = await bundleWorkflowCode({ workflowsPath, logger: new DefaultLogger('WARN') });
writeFileSync(bundlePath, code);
