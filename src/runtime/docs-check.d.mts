/** One line for each link, file or variable in the pages, and each page in a comment, that is not there. */
export function findDocsMistakes(root: string): string[];
