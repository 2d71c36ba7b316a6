/** Commands of a certificate, as a client sends them. */

export const certificateCommands = {} as const;
