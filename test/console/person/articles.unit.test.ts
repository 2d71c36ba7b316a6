/** A refusal cites the law as people of the law do. */
import { expect, test } from 'vitest';
import { articleWords } from '../../../src/console/words/articles.ts';

test.each([
  ['UU 1/2023 art. 85(5), 185', 'UU 1/2023 Pasal 85 ayat (5), 185'],
  ['UU 1/2023 art. 103(1)(c)', 'UU 1/2023 Pasal 103 ayat (1) huruf c'],
  ['Permenaker 6/2020 art. 9', 'Permenaker 6/2020 Pasal 9'],
  ['UU 8/2016', 'UU 8/2016'],
])('%s', (article, inIndonesian) => {
  expect(articleWords(article)).toEqual({ id: inIndonesian, en: article });
});
