import type { Sentence } from './findings.ts';

/** What was brought is not what it should be, so that nothing can be said about it: no verdict, a question of use. */
export class Unreadable extends Error {
  override readonly name = 'Unreadable';
  constructor(readonly sentence: Sentence) {
    super(sentence.en);
  }
}
