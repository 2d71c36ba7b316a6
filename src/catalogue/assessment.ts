/** Commands of assessments, as a client sends them. */

export const assessmentCommands = {} as const;
