import type { Sentence } from './findings.ts';
import { printableSentence } from './printable.ts';

/** What was brought is not what it should be, so that nothing can be said about it: no verdict, a question of use. */
export class Unreadable extends Error {
  override readonly name = 'Unreadable';
  readonly sentence: Sentence;

  constructor(sentence: Sentence) {
    const shown = printableSentence(sentence);
    super(shown.en);
    this.sentence = shown;
  }
}
