/** Every workflow that Titian's workers run: the entry of the workflow bundle. */
export { certificate } from './certificate.ts';
export { finding } from './finding.ts';
export { journey } from './journey.ts';
export { notice } from './notice.ts';
export { permit } from './permit.ts';
export { sheet } from './sheet.ts';
export { trainingClass as class } from './training-class.ts';
export { verify } from './verify.ts';
export { worldClock } from './world-clock.ts';
