import type { PartView } from './index.ts';

export const trainingView: PartView = () => undefined;
