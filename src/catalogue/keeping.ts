/** Commands of merging, legal hold, rights requests and data breaches, as a client sends them. */

export const keepingCommands = {} as const;
