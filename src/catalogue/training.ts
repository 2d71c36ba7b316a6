/** Commands of offers and enrolments, as a client sends them. */

export const trainingCommands = {} as const;
