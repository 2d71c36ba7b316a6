/** Commands of the social entrance, as a client sends them. */

export const referralCommands = {} as const;
