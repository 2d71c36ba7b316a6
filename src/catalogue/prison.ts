/** Commands of the prison entrance, as a client sends them. */

export const prisonCommands = {} as const;
