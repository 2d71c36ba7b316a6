import type { PartView } from './index.ts';

export const keepingView: PartView = () => undefined;
