import type { PartView } from './index.ts';

export const employmentView: PartView = () => undefined;
