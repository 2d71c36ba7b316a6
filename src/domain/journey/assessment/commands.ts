/** Commands of assessments and the certificates that came of them (domain D, I.5). */

// biome-ignore lint/suspicious/noEmptyInterface: filled as the part is built
export interface AssessmentCommands {}
