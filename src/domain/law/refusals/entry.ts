/** One refusal: a stable code with one meaning, and what a person reads when it is given. */
export interface RefusalEntry {
  /** HTTP status of the answer. */
  readonly status: number;
  /** The article it rests on; null where it is a rule of the product. */
  readonly article: string | null;
  readonly id: string;
  readonly en: string;
  /** What can be done next. */
  readonly nextId: string;
  readonly nextEn: string;
}

export const article85 = (paragraph: string): string => `UU 1/2023 art. 85${paragraph}`;
