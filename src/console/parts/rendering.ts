/** What components know without being told: language, clock, form token. */
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Instant, Zone } from '../../domain/time/moment.ts';
import type { OpenSession } from '../session/session-store.ts';
import { type Language, say, type Words } from '../words/words.ts';

export interface Rendering {
  readonly language: Language;
  readonly now: Instant;
  readonly zone: Zone;
  readonly inSandbox: boolean;
  readonly formToken: string;
  readonly path: string;
  readonly session?: OpenSession;
  /** Stands for the account at work; absent where nobody could be asked who it is. */
  readonly account?: string;
}

export const RenderingContext = createContext<Rendering | undefined>(undefined);

/** @throws Error outside a page. */
export function useRendering(): Rendering {
  const rendering = useContext(RenderingContext);
  if (rendering === undefined) throw new Error('a component was rendered outside a page');
  return rendering;
}

/** `t({ id: 'Simpan', en: 'Save' })` gives the text in the page's language. */
export function useWords(): (words: Words) => string {
  const { language } = useRendering();
  return (words) => say(language, words);
}
