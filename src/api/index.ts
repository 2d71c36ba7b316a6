export { CommandFlow, type CommandFlowDependencies, type Sender } from './command-flow.ts';
export type { ApiDependencies, ApiOptions, PartReadiness } from './dependencies.ts';
export { type Problem, RequestRefused } from './problem.ts';
export { buildApi, type RunningApi, startApi } from './server.ts';
