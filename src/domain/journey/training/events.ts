/** Events of offers and enrolments in classes (domain C, I.5). */

// biome-ignore lint/suspicious/noEmptyInterface: filled as the part is built
export interface TrainingEvents {}
