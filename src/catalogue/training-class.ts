/** Commands of a training class, as a client sends them. */

export const trainingClassCommands = {} as const;
