import type { PartView } from './index.ts';

export const prisonView: PartView = () => undefined;
