/** Events of merging of persons, legal hold, rights requests, breaches of data protection (domain G, I.6). */

// biome-ignore lint/suspicious/noEmptyInterface: filled as the part is built
export interface KeepingEvents {}
