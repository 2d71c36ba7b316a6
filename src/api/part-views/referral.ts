import type { PartView } from './index.ts';

export const referralView: PartView = () => undefined;
