/** One line for each link, file or variable in the pages that is not there. */
export function findDocsMistakes(root: string): string[];
