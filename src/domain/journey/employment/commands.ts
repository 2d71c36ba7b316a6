/** Commands of job seeker card, counselling, proposals, placements and their checks (domain E, I.5). */

// biome-ignore lint/suspicious/noEmptyInterface: filled as the part is built
export interface EmploymentCommands {}
