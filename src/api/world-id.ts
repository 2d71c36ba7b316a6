import { z } from 'zod';

export const worldId = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]{0,39}$/, 'not a world id')
  .describe('A sandbox world; absent = the world of real cases');
