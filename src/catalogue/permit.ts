/** Commands of a foreign-worker permit, as a client sends them. */

export const permitCommands = {} as const;
