/** Times, amounts and tags, as every page shows them. */
import type { ComponentChildren } from 'preact';
import type { Instant, LocalDate, LocalDateTime, Moment, Zone } from '../../domain/time/moment.ts';
import {
  dateInWords,
  durationInWords,
  instantInWords,
  momentInWords,
  readingInWords,
} from '../words/amounts.ts';
import type { Words } from '../words/words.ts';
import { useRendering, useWords } from './rendering.ts';

export const Text = ({ of }: { readonly of: Words }) => <>{useWords()(of)}</>;

export function DateText({ date }: { readonly date: LocalDate }) {
  return <time dateTime={date}>{dateInWords(useRendering().language, date)}</time>;
}

/** On the clock of the page's zone unless another is given; the zone is always named. */
export function InstantText({ at, zone }: { readonly at: Instant; readonly zone?: Zone }) {
  const rendering = useRendering();
  return <time dateTime={at}>{instantInWords(rendering.language, at, zone ?? rendering.zone)}</time>;
}

export function MomentText({ at }: { readonly at: Moment }) {
  return <time dateTime={at.at}>{momentInWords(useRendering().language, at)}</time>;
}

/** A clock reading at a site; name the zone beside it where it is not plain. */
export function ReadingText({ at, zone }: { readonly at: LocalDateTime; readonly zone?: Zone }) {
  const said = readingInWords(useRendering().language, at);
  return <time dateTime={at}>{zone === undefined ? said : `${said} ${zone}`}</time>;
}

export function Duration({ minutes }: { readonly minutes: number }) {
  return <span class="titian-numeric">{durationInWords(useRendering().language, minutes)}</span>;
}

/** Colours say what the word says, never more: red overdue, yellow due, grey hold, green done, blue waiting, orange breach. */
export type Meaning = 'overdue' | 'due' | 'hold' | 'done' | 'waiting' | 'breach';

export function Tag({
  meaning,
  children,
}: {
  readonly meaning: Meaning;
  readonly children: ComponentChildren;
}) {
  return <strong class={`titian-tag titian-tag--${meaning}`}>{children}</strong>;
}
