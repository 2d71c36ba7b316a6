/** What the list of a day knows without being told, on the server and on a phone: language and form token. */
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { type Language, say, type Words } from '../words/words.ts';

export interface DayKnows {
  readonly language: Language;
  readonly formToken: string;
}

export const DayContext = createContext<DayKnows>({ language: 'id', formToken: '' });

export const useDay = (): DayKnows => useContext(DayContext);

export function useWords(): (words: Words) => string {
  const { language } = useDay();
  return (words) => say(language, words);
}
