/** Commands of job seekers and placements, as a client sends them. */

export const employmentCommands = {} as const;
