import { createHash } from 'node:crypto';

/** Key of the command that records a paper, from the client's own: the same request, the same fact. */
export const attachKeyOf = (key: string): string =>
  `paper-${createHash('sha256').update(`titian:paper-key:v1:${key}`).digest('hex').slice(0, 40)}`;
