/** Commands of the prison entrance (domain B, I.3). */

// biome-ignore lint/suspicious/noEmptyInterface: filled as the part is built
export interface PrisonCommands {}
