import type { PartView } from './index.ts';

export const assessmentView: PartView = () => undefined;
